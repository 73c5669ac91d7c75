package com.skytill.customers.customer;

/**
 * One customer of an imported file.
 *
 * @param line where in the file it begins
 * @param customer what add_customer would be given
 * @param status active, unless the file says otherwise
 */
record ImportRow(int line, NewCustomer customer, CustomerStatus status, String statusReason) {

    /** The same with an accounting code. */
    ImportRow coded(String code) {
        return new ImportRow(line, customer.coded(code), status, statusReason);
    }
}
