package com.skytill.vouchers.batch;

/** As what a batch is asked for: its state, or all its vouchers as a table or a sheet to print. */
enum BatchFormat {
    JSON,
    CSV,
    HTML
}
