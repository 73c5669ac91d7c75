package com.skytill.auth.consent;

import com.skytill.auth.token.Scopes;
import com.skytill.platform.caller.Permission;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Says in plain words what a client wishes to know and do; only what the user may, since no token can do more. */
public final class Wishes {

    private Wishes() {}

    /** One sentence for each thing. */
    public static List<String> of(String scope, Set<Permission> held) {
        var wishes = new ArrayList<String>();
        if (Scopes.has(scope, "profile") || Scopes.has(scope, Scopes.OPENID)) {
            wishes.add("Know your name and username");
        }
        if (Scopes.has(scope, "email")) {
            wishes.add("Know your e-mail address");
        }
        var permissions = Scopes.narrow(held, scope);
        permissions.stream()
                .filter(permission -> !includedInAnother(permission, permissions))
                .map(Wishes::words)
                .forEach(wishes::add);
        wishes.add("Stay connected until you, or the WISP, end it");
        return wishes;
    }

    private static boolean includedInAnother(Permission permission, Set<Permission> among) {
        return among.stream()
                .anyMatch(other ->
                        other != permission && Permission.closure(Set.of(other)).contains(permission));
    }

    private static String words(Permission permission) {
        return switch (permission) {
            case CUSTOMERS_READ -> "See customers";
            case CUSTOMERS_WRITE -> "See, add and change customers";
            case RADIUS_READ -> "See vouchers, data accounts, hotspots and their usage";
            case RADIUS_WRITE -> "Issue and expire vouchers, and change data accounts, prepaid data and hotspots";
            case PRODUCTS_READ -> "See products and prices";
            case PRODUCTS_WRITE -> "See, add and change products and prices";
            case SALES_READ -> "See sales leads";
            case SALES_WRITE -> "See, add and change sales leads";
            case HELPDESK_READ -> "See helpdesk tickets";
            case HELPDESK_WRITE -> "See, answer and change helpdesk tickets";
            case ACCOUNTING_READ -> "See amounts of money";
            case ACCOUNTING_WRITE -> "Sell at prices other than the product’s";
            case REVIEW_READ -> "See updates that wait for review";
            case REVIEW_WRITE -> "Approve and reject updates of others";
            case SYSTEM_READ -> "See users, settings and the audit trail";
            case SYSTEM_WRITE -> "Change users, their permissions, and settings";
        };
    }
}
