package com.skytill.auth.settings;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;

import jakarta.inject.Singleton;

import java.util.Arrays;
import java.util.List;

/** The SQL of the settings that staff may change. */
@Singleton
final class SettingsStore {

    private final Pool pool;

    SettingsStore(Pool pool) {
        this.pool = pool;
    }

    record Settings(String companyName, String address, String contact, String dateFormat, List<String> modules) {}

    Uni<Settings> get() {
        return pool.query("select company_name, address, contact, date_format, modules from wisp_settings")
                .execute()
                .map(rows -> {
                    var row = rows.iterator().next();
                    return new Settings(
                            row.getString("company_name"),
                            row.getString("address"),
                            row.getString("contact"),
                            row.getString("date_format"),
                            Arrays.asList(row.getArrayOfStrings("modules")));
                });
    }
}
