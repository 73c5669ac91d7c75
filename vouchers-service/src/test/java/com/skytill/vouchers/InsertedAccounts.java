package com.skytill.vouchers;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** Products and accounts as the tests of what belongs to them need them, put into the database. */
public final class InsertedAccounts {

    private static final AtomicLong NUMBERS = new AtomicLong(7_000_000);

    private InsertedAccounts() {}

    /**
     * A product for accounts.
     *
     * @param cap its monthly cap in bytes; null for none
     * @param terms further columns, as {@code rollover_months = 2}, separated by commas
     */
    public static long product(EngineDatabase database, Long cap, String terms) {
        return product(database, "ACCOUNT", cap, terms);
    }

    /** A product of that kind. */
    public static long product(EngineDatabase database, String kind, Long cap, String terms) {
        long id = NUMBERS.incrementAndGet();
        database.execute(
                "insert into product_terms (product_id, product_code, name, kind, status, price, download_kbps, upload_kbps,"
                        + " data_cap) values (?, ?, ?, ?, 'ACTIVE', 99.00, 2048, 512, ?)",
                id,
                "P-" + id,
                "Product " + id,
                kind,
                cap);
        if (!terms.isEmpty()) {
            database.execute("update product_terms set " + terms + " where product_id = ?", id);
        }
        return id;
    }

    /** A data account on that product, in its first month. */
    public static long account(EngineDatabase database, long product) {
        return account(database, "ACCOUNT", "ACTIVE", product);
    }

    /** A prepaid account on that product. */
    public static long prepaid(EngineDatabase database, long product) {
        return account(database, "PREPAID", "ACTIVE", product);
    }

    /** An account of that kind and status. */
    public static long account(EngineDatabase database, String kind, String status, long product) {
        String username = username(NUMBERS.incrementAndGet());
        long id = database.number(
                "insert into identities (kind, login_key, status, max_devices) values (?, ?, ?, 1) returning identity_id",
                kind,
                "a:" + username.toLowerCase(Locale.ROOT),
                status);
        database.execute(
                "insert into data_accounts (account_id, customer_id, username, product_id, password_sealed, password_mac,"
                        + " created_at, changed_at) values (?, 1, ?, ?, 'sealed', 'mac', now(), now())",
                id,
                username,
                product);
        return id;
    }

    /** The username of an account. */
    public static String username(EngineDatabase database, long account) {
        return (String) database.rows("select username from data_accounts where account_id = ?", account)
                .getFirst()
                .getFirst();
    }

    private static String username(long number) {
        return "Thandi." + number + "@wisp.example";
    }
}
