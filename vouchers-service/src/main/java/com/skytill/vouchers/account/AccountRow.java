package com.skytill.vouchers.account;

import com.skytill.vouchers.customer.CustomerStatus;
import org.hibernate.annotations.Immutable;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import java.math.BigDecimal;
import java.time.Instant;

/** A data account with its customer and product, as the view {@code account_rows} joins them; read only, without its password. */
@Entity
@Immutable
@Table(name = "account_rows")
class AccountRow {

    @Id
    @Column(name = "account_id")
    Long accountId;

    @Enumerated(EnumType.STRING)
    AccountKind kind;

    @Enumerated(EnumType.STRING)
    AccountStatus status;

    String username;

    @Column(name = "customer_id")
    long customerId;

    @Column(name = "accounting_code")
    String accountingCode;

    @Column(name = "customer_name")
    String customerName;

    @Enumerated(EnumType.STRING)
    @Column(name = "customer_status")
    CustomerStatus customerStatus;

    @Column(name = "product_id")
    long productId;

    @Column(name = "product_code")
    String productCode;

    @Column(name = "product_name")
    String productName;

    @Column(name = "product_price", precision = 14, scale = 2)
    BigDecimal productPrice;

    /** Null for the product's. */
    @Column(name = "agreed_price", precision = 14, scale = 2)
    BigDecimal agreedPrice;

    @Column(name = "static_ip")
    String staticIp;

    String comment;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "changed_at")
    Instant changedAt;

    @Column(name = "status_reason")
    String statusReason;

    @Column(name = "status_changed_at")
    Instant statusChangedAt;
}
