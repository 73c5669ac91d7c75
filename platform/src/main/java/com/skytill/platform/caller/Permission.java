package com.skytill.platform.caller;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a user may be allowed to do; each {@code _WRITE} includes its {@code _READ}. */
public enum Permission {
    CUSTOMERS_READ,
    CUSTOMERS_WRITE,
    RADIUS_READ,
    RADIUS_WRITE,
    PRODUCTS_READ,
    PRODUCTS_WRITE,
    SALES_READ,
    SALES_WRITE,
    HELPDESK_READ,
    HELPDESK_WRITE,
    ACCOUNTING_READ,
    ACCOUNTING_WRITE,
    REVIEW_READ,
    REVIEW_WRITE,
    SYSTEM_READ,
    SYSTEM_WRITE;

    /** The name in tokens, scopes and answers, for example {@code radius_write}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The permission of that name, if there is one. */
    public static Optional<Permission> find(String code) {
        return Arrays.stream(values())
                .filter(permission -> permission.code().equals(code))
                .findFirst();
    }

    /** These, with the {@code _READ} of every {@code _WRITE} among them. */
    public static Set<Permission> closure(Collection<Permission> permissions) {
        var all = EnumSet.noneOf(Permission.class);
        for (var permission : permissions) {
            all.add(permission);
            if (permission.name().endsWith("_WRITE")) {
                all.add(valueOf(permission.name().replace("_WRITE", "_READ")));
            }
        }
        return all;
    }

    /** The known permissions of these names with what they include; names of others' are passed over. */
    public static Set<Permission> ofCodes(Collection<String> codes) {
        return closure(
                codes.stream().map(Permission::find).flatMap(Optional::stream).toList());
    }
}
