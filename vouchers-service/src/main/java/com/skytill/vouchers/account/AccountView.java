package com.skytill.vouchers.account;

import com.skytill.vouchers.customer.CustomerStatus;
import io.quarkus.runtime.annotations.RegisterForReflection;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A data account as answers show it: never with its password. For Jackson.
 *
 * @param price what it costs: what was agreed, else the product's price
 * @param priceAgreed whether it stays when the product's price changes
 */
@RegisterForReflection
record AccountView(
        long accountId,
        String username,
        AccountKind kind,
        AccountStatus status,
        String statusReason,
        Instant statusChangedAt,
        long customerId,
        String accountingCode,
        String customerName,
        CustomerStatus customerStatus,
        long productId,
        String productCode,
        String product,
        BigDecimal price,
        boolean priceAgreed,
        String staticIp,
        String comment,
        Instant createdAt,
        Instant changedAt) {

    static AccountView of(AccountRow row) {
        return new AccountView(
                row.accountId,
                row.username,
                row.kind,
                row.status,
                row.statusReason,
                row.statusChangedAt,
                row.customerId,
                row.accountingCode,
                row.customerName,
                row.customerStatus,
                row.productId,
                row.productCode,
                row.productName,
                row.agreedPrice == null ? row.productPrice : row.agreedPrice,
                row.agreedPrice != null,
                row.staticIp,
                row.comment,
                row.createdAt,
                row.changedAt);
    }
}
