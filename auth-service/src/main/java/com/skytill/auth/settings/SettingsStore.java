package com.skytill.auth.settings;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;

import java.util.Arrays;
import java.util.List;

/** The SQL of the settings that staff may change. */
@Singleton
final class SettingsStore {

    record Settings(String companyName, String address, String contact, String dateFormat, List<String> modules) {

        Settings {
            modules = List.copyOf(modules);
        }
    }

    /** The settings as the session sees them. */
    Uni<Settings> get() {
        var sql = """
                select company_name, address, contact, date_format, array_to_string(modules, ' ') as modules
                from wisp_settings
                """;
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(sql, Tuple.class).getSingleResult())
                .map(row -> {
                    String modules = row.get("modules", String.class);
                    return new Settings(
                            row.get("company_name", String.class),
                            row.get("address", String.class),
                            row.get("contact", String.class),
                            row.get("date_format", String.class),
                            modules.isEmpty() ? List.of() : Arrays.asList(modules.split(" ")));
                });
    }

    /** Writes the settings that are not null, in the session's transaction. Of two at once the second waits for the first. */
    Uni<Void> update(SettingsChanges changes) {
        var sql = """
                update wisp_settings set
                    company_name = coalesce(cast(:companyName as text), company_name),
                    address = coalesce(cast(:address as text), address),
                    contact = coalesce(cast(:contact as text), contact),
                    date_format = coalesce(cast(:dateFormat as text), date_format),
                    modules = coalesce(string_to_array(cast(:modules as text), ' '), modules)
                """;
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(sql)
                        .setParameter("companyName", changes.companyName())
                        .setParameter("address", changes.address())
                        .setParameter("contact", changes.contact())
                        .setParameter("dateFormat", changes.dateFormat())
                        .setParameter("modules", changes.modules() == null ? null : String.join(" ", changes.modules()))
                        .executeUpdate())
                .replaceWithVoid();
    }
}
