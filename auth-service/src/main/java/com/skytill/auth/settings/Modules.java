package com.skytill.auth.settings;

import java.util.List;

/** The parts of the suite that a WISP's clients offer, or leave out. */
public final class Modules {

    /** All there are, by their names in the settings. */
    public static final List<String> ALL =
            List.of("customers", "data_accounts", "hotspots", "helpdesk", "sales_leads", "products");

    private Modules() {}
}
