package com.skytill.vouchers.account;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

import jakarta.inject.Singleton;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** Data accounts, with products and customers of their own, put straight into the database: for tests of the engine. */
@Singleton
public class TestAccounts {

    /** Every test account's password. */
    public static final String PASSWORD = "Corr3ct horse";

    private static final AtomicLong NUMBERS = new AtomicLong(700_000);

    private final Pool pool;
    private final AccountPasswords passwords;
    private final Clock clock;

    TestAccounts(Pool pool, AccountPasswords passwords, Clock clock) {
        this.pool = pool;
        this.passwords = passwords;
        this.clock = clock;
    }

    /**
     * An account.
     *
     * @param username what it logs in with
     */
    public record Account(long id, String username, long customerId, long productId) {}

    /** A data account of a product with those terms (columns of product_terms; speeds are 8192/2048 unless given). */
    public Account account(Map<String, ?> terms) {
        return add("ACCOUNT", product("ACCOUNT", terms));
    }

    /** A prepaid account without data. */
    public Account prepaid() {
        return add("PREPAID", product("PREPAID", Map.of()));
    }

    /** A product of that kind. */
    public long product(String kind, Map<String, ?> terms) {
        long id = NUMBERS.incrementAndGet();
        run(
                "insert into product_terms (product_id, product_code, name, kind, status, price, download_kbps, upload_kbps)"
                        + " values ($1, 'TEST-' || $1::bigint, 'Test', $2, 'ACTIVE', 10, 8192, 2048)",
                Tuple.of(id, kind));
        change(id, terms);
        return id;
    }

    /** Changes a product's terms, as the replica's pull would. */
    public void change(long product, Map<String, ?> terms) {
        if (!terms.isEmpty()) {
            run(
                    "update product_terms set "
                            + terms.entrySet().stream()
                                    .map(term -> term.getKey() + " = " + literal(term.getValue()))
                                    .collect(Collectors.joining(", "))
                            + " where product_id = $1",
                    Tuple.of(product));
        }
    }

    /** Another account of that product. */
    public Account add(String kind, long product) {
        long number = NUMBERS.incrementAndGet();
        String username = "user" + number + "@wisp.example";
        run(
                "insert into customers (customer_id, accounting_code, name, status) values ($1, 'TES' || $1::bigint, 'T', 'ACTIVE')",
                Tuple.of(number));
        long id = number("""
                insert into identities (kind, login_key, status, max_devices) values ($1, 'a:' || $2::text, 'ACTIVE', 1)
                returning identity_id
                """, Tuple.of(kind, username));
        run(
                """
                insert into data_accounts (account_id, customer_id, username, product_id, password_sealed, password_mac,
                    created_at, changed_at) values ($1, $2, $3, $4, $5, $6, $7, $7)
                """,
                Tuple.tuple()
                        .addLong(id)
                        .addLong(number)
                        .addString(username)
                        .addLong(product)
                        .addString(passwords.seal(PASSWORD))
                        .addString(passwords.mac(PASSWORD))
                        .addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC)));
        return new Account(id, username, number, product);
    }

    /** Gives the account another password. */
    public void password(Account account, String password) {
        run(
                "update data_accounts set password_sealed = $2, password_mac = $3 where account_id = $1",
                Tuple.of(account.id(), passwords.seal(password), passwords.mac(password)));
    }

    /** Prepaid data for the account, with those columns of prepaid_allocations. */
    public long allocate(Account account, Map<String, ?> terms) {
        var all = new TreeMap<String, Object>(Map.of("download_kbps", 4096, "upload_kbps", 1024));
        all.putAll(terms);
        var names = all.keySet().stream().map(name -> ", " + name).collect(Collectors.joining());
        var values = all.values().stream().map(value -> ", " + literal(value)).collect(Collectors.joining());
        return number(
                "insert into prepaid_allocations (account_id, product_id, product_code, product_name, price, status, max_devices,"
                        + " allocated_at" + names
                        + ") values ($1, $2, 'P', 'P', 1, 'UNUSED', 1,"
                        + " now()" + values + ") returning allocation_id",
                Tuple.of(account.id(), account.productId()));
    }

    /** A statement. */
    public void run(String sql, Tuple parameters) {
        pool.preparedQuery(sql).execute(parameters).await().indefinitely();
    }

    /** The one number that a statement answers; null when it is null. */
    public Long number(String sql, Tuple parameters) {
        return pool.preparedQuery(sql)
                .execute(parameters)
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }

    /** The one text that a statement answers. */
    public String text(String sql, Tuple parameters) {
        return pool.preparedQuery(sql)
                .execute(parameters)
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getString(0);
    }

    private static String literal(Object value) {
        return value instanceof String text ? "'" + text.replace("'", "''") + "'" : String.valueOf(value);
    }
}
