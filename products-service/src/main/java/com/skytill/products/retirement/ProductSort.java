package com.skytill.products.retirement;

/** The two sorts of products, which share their IDs and codes. */
enum ProductSort {
    DATA("data_products"),
    NON_DATA("non_data_products");

    private final String table;

    ProductSort(String table) {
        this.table = table;
    }

    String table() {
        return table;
    }
}
