package com.skytill.vouchers.customer;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;

import jakarta.inject.Singleton;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The SQL of the customers' replica. */
@Singleton
final class CustomerStore {

    private static final String COLUMNS = "customer_id, accounting_code, name, status";

    /** The customer with that ID or accounting code, in the session of the caller: codes are never of digits alone. */
    Uni<Optional<Customer>> find(String reference) {
        boolean byId = reference.matches("\\d{1,18}");
        var sql = "select " + COLUMNS + " from customers where "
                + (byId ? "customer_id = :key" : "lower(accounting_code) = :key")
                + " order by status, customer_id desc limit 1";
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(sql, jakarta.persistence.Tuple.class)
                        .setParameter(
                                "key", byId ? (Object) Long.valueOf(reference) : reference.toLowerCase(Locale.ROOT))
                        .getSingleResultOrNull())
                .map(row -> Optional.ofNullable(row).map(CustomerStore::customer));
    }

    /** Adds it, in the transaction of the caller's session, unless it is known: then it is the puller's to change. */
    Uni<Void> addUnknown(CustomerChanges.Item item) {
        var sql = "insert into customers (" + COLUMNS + ") values (:id, :code, :name, :status)"
                + " on conflict (customer_id) do nothing";
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(sql)
                        .setParameter("id", item.customerId())
                        .setParameter("code", item.accountingCode())
                        .setParameter("name", item.name())
                        .setParameter("status", item.status().toUpperCase(Locale.ROOT))
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Writes what customers-service says now over what it said before; answers who lost access by it. */
    Uni<List<Long>> put(SqlClient client, List<CustomerChanges.Item> items) {
        var array = new JsonArray();
        for (var item : items) {
            array.add(new JsonObject()
                    .put("customer_id", item.customerId())
                    .put("accounting_code", item.accountingCode())
                    .put("name", item.name())
                    .put("status", item.status().toUpperCase(Locale.ROOT)));
        }
        // All parts of the statement see the statuses from before it.
        var sql = "with items as (select * from jsonb_populate_recordset(null::customers, $1::jsonb)),"
                + " before as (select customer_id, status from customers where customer_id in (select customer_id from items)),"
                + " written as (insert into customers (" + COLUMNS + ") select " + COLUMNS
                + " from items order by customer_id"
                + " on conflict (customer_id) do update set (" + COLUMNS + ") = row(excluded.*)"
                + " returning customer_id, status)"
                + " select w.customer_id from written w join before b using (customer_id)"
                + " where w.status <> 'ACTIVE' and w.status <> b.status";
        return client.preparedQuery(sql)
                .execute(Tuple.of(array))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getLong(0))
                        .toList());
    }

    /** Puts every running session of those customers' accounts into the outbox to the routers. */
    Uni<Void> disconnect(SqlClient client, List<Long> customers, Instant now) {
        if (customers.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return client.preparedQuery("select disconnect_customers($1, 'customer_inactive', $2)")
                .execute(Tuple.of(customers.toArray(Long[]::new), OffsetDateTime.ofInstant(now, ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    private static Customer customer(jakarta.persistence.Tuple row) {
        return new Customer(
                row.get("customer_id", Long.class),
                row.get("accounting_code", String.class),
                row.get("name", String.class),
                CustomerStatus.valueOf(row.get("status", String.class)));
    }
}
