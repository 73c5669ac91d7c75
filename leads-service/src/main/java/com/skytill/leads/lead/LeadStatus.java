package com.skytill.leads.lead;

/** How far a lead has come (domain: sales leads). */
enum LeadStatus {
    NEW,
    CONTACTED,
    SURVEY,
    QUOTED,
    WON,
    LOST
}
