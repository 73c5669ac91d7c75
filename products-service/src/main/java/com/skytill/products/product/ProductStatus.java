package com.skytill.products.product;

/** Whether a product may still be sold; what was sold of a retired one goes on. */
public enum ProductStatus {
    ACTIVE,
    RETIRED
}
