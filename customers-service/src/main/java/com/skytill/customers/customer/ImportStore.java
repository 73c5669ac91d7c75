package com.skytill.customers.customer;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import jakarta.inject.Singleton;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The SQL of imports: one statement for all rows of a file, which go there as JSON. */
@Singleton
final class ImportStore {

    private static final String ROWS = " from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r(line integer,"
            + " accounting_code text, kind text, status text, status_reason text, name text, company_name text,"
            + " vat_number text, phone text, email text, billing_group_id bigint, customer_group_id bigint,"
            + " payment_type text, address text, latitude double precision, longitude double precision, notes text)";

    private static final int MOST_SHOWN = 10;

    private static final String COLUMNS =
            "accounting_code, kind, status, status_reason, name, company_name, vat_number,"
                    + " phone, email, billing_group_id, customer_group_id, payment_type, address, latitude, longitude, notes";

    private static final String KEYS =
            "with r as (select line, phone_key(phone) as phone_key, lower(email) as email_lower" + ROWS + ") ";

    /** Those of the IDs that are billing groups'. */
    Uni<Set<Long>> billingGroups(Collection<Long> ids) {
        return longs(
                "select billing_group_id from billing_groups where billing_group_id in"
                        + " (select cast(jsonb_array_elements_text(cast(cast(:ids as text) as jsonb)) as bigint))",
                ids);
    }

    /** Those of the IDs that are customer groups'. */
    Uni<Set<Long>> customerGroups(Collection<Long> ids) {
        return longs(
                "select customer_group_id from customer_groups where customer_group_id in"
                        + " (select cast(jsonb_array_elements_text(cast(cast(:ids as text) as jsonb)) as bigint))",
                ids);
    }

    /** Those of the codes, in lower case, that are taken. */
    Uni<Set<String>> codes(Collection<String> lowerCodes) {
        return texts(
                        "select lower(accounting_code) from customers where lower(accounting_code) in"
                                + " (select jsonb_array_elements_text(cast(cast(:rows as text) as jsonb)))",
                        array(lowerCodes))
                .map(Set::copyOf);
    }

    /** The next codes of each prefix, so many as wanted; holds the prefixes until the transaction ends. */
    Uni<List<String>> nextCodes(Map<String, Integer> wanted, Collection<String> chosen) {
        var prefixes = new JsonArray();
        wanted.forEach((prefix, many) ->
                prefixes.add(new JsonObject().put("prefix", prefix).put("how_many", many)));
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(
                                "select code from next_accounting_codes(cast(cast(:wanted as text) as jsonb),"
                                        + " array(select jsonb_array_elements_text(cast(cast(:chosen as text) as jsonb)))) as code",
                                String.class)
                        .setParameter("wanted", prefixes.encode())
                        .setParameter("chosen", array(chosen))
                        .getResultList());
    }

    /** The lines whose phone number or e-mail address a customer or an earlier line has, however they are written. */
    Uni<List<ImportDuplicateView>> duplicates(List<ImportRow> rows) {
        String sql = KEYS + customersWithThe("phone_key") + " union " + customersWithThe("email_lower") + " union "
                + linesWithThe("phone_key") + " union " + linesWithThe("email_lower");
        return texts(sql, json(rows)).map(ImportStore::duplicateViews);
    }

    /** Adds them in the order of their lines. */
    Uni<List<ImportedCustomerView>> add(List<ImportRow> rows, Instant now) {
        String sql = "insert into customers (" + COLUMNS + ", status_changed_at, created_at) select " + COLUMNS
                + ", case when status = 'ACTIVE' and status_reason is null then null else cast(:now as timestamptz) end,"
                + " cast(:now as timestamptz)" + ROWS
                + " order by line returning customer_id || ' ' || accounting_code";
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(sql, String.class)
                        .setParameter("rows", json(rows))
                        .setParameter("now", now)
                        .getResultList())
                .map(added -> added(rows, added));
    }

    /** As many customers as a person looks at, for a file may have thousands of lines with one phone number. */
    private static String customersWithThe(String key) {
        return "select r.line || ' c ' || c.customer_id from r cross join lateral (select customer_id from customers where "
                + key + " = r." + key + " order by customer_id limit " + MOST_SHOWN + ") c";
    }

    /** The first line that has it, for all others. */
    private static String linesWithThe(String key) {
        return "select line || ' l ' || first from (select line, min(line) over (partition by " + key
                + ") as first from r where " + key + " is not null) s where first < line";
    }

    private static Uni<Set<Long>> longs(String sql, Collection<Long> ids) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(sql, Long.class)
                        .setParameter("ids", array(ids))
                        .getResultList())
                .map(Set::copyOf);
    }

    private static Uni<List<String>> texts(String sql, String rows) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(sql, String.class)
                        .setParameter("rows", rows)
                        .getResultList());
    }

    private static List<ImportDuplicateView> duplicateViews(List<String> found) {
        var customers = new TreeMap<Integer, List<Long>>();
        var lines = new TreeMap<Integer, List<Integer>>();
        for (String one : found) {
            var parts = one.split(" ", 3);
            int line = Integer.parseInt(parts[0]);
            customers.computeIfAbsent(line, ignored -> new ArrayList<>());
            lines.computeIfAbsent(line, ignored -> new ArrayList<>());
            if ("c".equals(parts[1])) {
                customers.get(line).add(Long.valueOf(parts[2]));
            } else {
                lines.get(line).add(Integer.valueOf(parts[2]));
            }
        }
        return customers.entrySet().stream()
                .map(entry -> new ImportDuplicateView(
                        entry.getKey(),
                        entry.getValue().stream().sorted().toList(),
                        lines.get(entry.getKey()).stream().sorted().toList()))
                .toList();
    }

    private static List<ImportedCustomerView> added(List<ImportRow> rows, List<String> idsAndCodes) {
        var ids = new HashMap<String, Long>();
        for (String one : idsAndCodes) {
            var parts = one.split(" ", 2);
            ids.put(parts[1], Long.valueOf(parts[0]));
        }
        return rows.stream()
                .map(row -> new ImportedCustomerView(
                        row.line(),
                        ids.get(row.customer().accountingCode()),
                        row.customer().accountingCode()))
                .toList();
    }

    private static String array(Collection<?> values) {
        return new JsonArray(List.copyOf(values)).encode();
    }

    private static String json(List<ImportRow> rows) {
        return rows.stream()
                .map(ImportStore::json)
                .collect(Collectors.collectingAndThen(Collectors.toList(), objects -> new JsonArray(objects).encode()));
    }

    private static JsonObject json(ImportRow row) {
        var customer = row.customer();
        var values = new LinkedHashMap<String, Object>();
        values.put("line", row.line());
        values.put("accounting_code", customer.accountingCode());
        values.put("kind", customer.kind().name());
        values.put("status", row.status().name());
        values.put("status_reason", row.statusReason());
        values.put("name", customer.name());
        values.put("company_name", customer.companyName());
        values.put("vat_number", customer.vatNumber());
        values.put("phone", customer.phone());
        values.put("email", customer.email());
        values.put("billing_group_id", customer.billingGroupId());
        values.put("customer_group_id", customer.customerGroupId());
        values.put(
                "payment_type",
                customer.paymentType() == null ? null : customer.paymentType().name());
        values.put("address", customer.address());
        values.put("latitude", customer.latitude());
        values.put("longitude", customer.longitude());
        values.put("notes", customer.notes());
        return new JsonObject(values);
    }
}
