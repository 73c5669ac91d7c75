package com.skytill.vouchers.customer;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;

import jakarta.inject.Singleton;

import java.util.List;
import java.util.Locale;

/** The SQL of the customers' replica. */
@Singleton
final class CustomerStore {

    private static final String COLUMNS = "customer_id, accounting_code, name, status";

    /** Writes what customers-service says now over what it said before. */
    Uni<Void> put(SqlClient client, List<CustomerChanges.Item> items) {
        var array = new JsonArray();
        for (var item : items) {
            array.add(new JsonObject()
                    .put("customer_id", item.customerId())
                    .put("accounting_code", item.accountingCode())
                    .put("name", item.name())
                    .put("status", item.status().toUpperCase(Locale.ROOT)));
        }
        var sql = "insert into customers (" + COLUMNS + ") select " + COLUMNS
                + " from jsonb_populate_recordset(null::customers, $1::jsonb) order by customer_id"
                + " on conflict (customer_id) do update set (" + COLUMNS + ") = row(excluded.*)";
        return client.preparedQuery(sql).execute(Tuple.of(array)).replaceWithVoid();
    }
}
