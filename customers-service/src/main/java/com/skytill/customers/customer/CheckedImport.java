package com.skytill.customers.customer;

import java.util.List;

/** A file whose customers may all be added, and whom they may be already. */
record CheckedImport(List<ImportRow> rows, List<ImportDuplicateView> duplicates) {

    CheckedImport {
        rows = List.copyOf(rows);
        duplicates = List.copyOf(duplicates);
    }
}
