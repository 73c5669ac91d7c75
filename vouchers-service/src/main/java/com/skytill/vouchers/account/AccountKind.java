package com.skytill.vouchers.account;

import com.skytill.vouchers.product.ProductKind;

import java.util.Optional;

/** Where an account's data come from: its product's monthly terms, or only allocations. */
public enum AccountKind {
    ACCOUNT,
    PREPAID;

    /** What a product of that kind makes; nothing, when it is not for accounts. */
    static Optional<AccountKind> of(ProductKind kind) {
        return switch (kind) {
            case ACCOUNT -> Optional.of(ACCOUNT);
            case PREPAID -> Optional.of(PREPAID);
            case HOTSPOT -> Optional.empty();
        };
    }
}
