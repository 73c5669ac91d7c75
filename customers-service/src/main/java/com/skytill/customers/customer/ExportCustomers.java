package com.skytill.customers.customer;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.list.Page;
import com.skytill.platform.list.PageRequest;
import com.skytill.platform.operation.Document;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Query;
import com.skytill.platform.operation.Section;
import com.skytill.platform.parameter.ParameterReader;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

/** The customers as a file for spreadsheets, which import_customers takes again. */
@Singleton
final class ExportCustomers implements Query<CustomerFilter> {

    private static final String MEDIA_TYPE = "text/csv";

    private final CustomerStore store;

    ExportCustomers(CustomerStore store) {
        this.store = store;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.file(
                "export_customers",
                Section.CUSTOMERS,
                Permission.CUSTOMERS_READ,
                "Exports customers as CSV",
                "RFC 4180 in UTF-8, with the columns of import_customers. A text that a spreadsheet would take for a formula has an"
                        + " apostrophe in front, which the import takes away. When there are more customers than limit, the"
                        + " header Next-Cursor has what to give as after for the next part.",
                MEDIA_TYPE);
    }

    @Override
    public CustomerFilter read(ParameterReader in) {
        var filter = CustomerFilter.read(in);
        Integer limit = in.number("limit", "How many customers at the most")
                .between(1, ImportFile.MOST_ROWS)
                .orElse(ImportFile.MOST_ROWS);
        String after = in.text("after", "Where to go on: the Next-Cursor of the answer before")
                .max(200)
                .which(PageRequest::isCursor, "must be the Next-Cursor of an earlier answer, unchanged")
                .optional();
        return filter.on(new PageRequest(limit, after));
    }

    @Override
    public Uni<Document> answer(CustomerFilter filter, Caller caller) {
        return store.list(filter, 0)
                .map(rows -> Page.of(rows, filter.page(), customer -> customer.customerId))
                .map(page -> new Document(MEDIA_TYPE, "customers.csv", CustomerCsv.write(page.items()), page.next()));
    }
}
