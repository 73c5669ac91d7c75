package com.skytill.platform.operation;

/** The sections of the published API, in its order: how the guide groups the operations. */
public enum Section {
    CONFIGURATION("Configuration"),
    CUSTOMERS("Customers"),
    DATA_ACCOUNTS("Data Accounts"),
    HOTSPOTS("Hotspots & Prepaid"),
    HELPDESK("Helpdesk Tickets"),
    SALES_LEADS("Sales Leads"),
    PRODUCTS("Products"),
    REVIEW("Review");

    private final String title;

    Section(String title) {
        this.title = title;
    }

    /** The section's name as the published API writes it. */
    public String title() {
        return title;
    }
}
