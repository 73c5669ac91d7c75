package com.skytill.products.nondata;

import com.skytill.products.product.ProductStatus;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import java.math.BigDecimal;
import java.time.Instant;

/** A non-data product as it is kept. */
@Entity
@Table(name = "non_data_products")
class NonDataProduct {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "product_id")
    Long productId;

    @Column(name = "product_code")
    String productCode;

    String name;

    @Enumerated(EnumType.STRING)
    ProductStatus status;

    @Column(precision = 14, scale = 2)
    BigDecimal price;

    @Enumerated(EnumType.STRING)
    @Column(name = "billing_period")
    BillingPeriod billingPeriod;

    @Column(name = "group_id")
    Long groupId;

    @Column(name = "type_id")
    Long typeId;

    String description;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "retired_at")
    Instant retiredAt;

    /** What searches look at; the database's own: see the migration. */
    @Column(name = "search_text", insertable = false, updatable = false)
    String searchText;

    void set(NonDataDraft draft) {
        name = draft.name();
        productCode = draft.productCode();
        price = draft.price();
        billingPeriod = draft.billingPeriod();
        groupId = draft.groupId();
        typeId = draft.typeId();
        description = draft.description();
    }

    NonDataDraft draft() {
        return new NonDataDraft(name, productCode, price, billingPeriod, groupId, typeId, description);
    }
}
