package com.skytill.leads.lead;

import com.skytill.platform.list.EntityList;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The SQL of sales leads. */
@Singleton
final class LeadStore {

    /** As many possible duplicates as a person looks at. */
    private static final int DUPLICATES = 10;

    private static final String SEARCH = """
            locate(lower(:search), lower(name || ' ' || coalesce(companyName, '') || ' ' || coalesce(phone, '') || ' '
            || coalesce(email, '') || ' ' || coalesce(address, ''))) > 0""";

    Uni<Lead> add(Lead lead) {
        return Panache.getSession()
                .flatMap(session -> session.persist(lead).chain(session::flush).replaceWith(lead));
    }

    /** Leads with the same phone number or e-mail address, however they are written. */
    Uni<List<Lead>> duplicates(String phone, String email) {
        // Digits alone are never an address, nor an address digits alone: one list serves both.
        var reach = new ArrayList<String>();
        if (phone != null) {
            reach.add(phone.replaceAll("[^0-9]", ""));
        }
        if (email != null) {
            reach.add(email.toLowerCase(Locale.ROOT));
        }
        return EntityList.of(Lead.class)
                .where("phoneDigits in (:reach) or emailLower in (:reach)", "reach", reach)
                .inOrderOf("leadId", DUPLICATES);
    }

    /** One row more than asked for, in the order of the IDs. */
    Uni<List<Lead>> list(LeadFilter filter) {
        return EntityList.of(Lead.class)
                .where("leadId > :after", "after", filter.page().afterId())
                .where("status = :status", "status", filter.status())
                .where("source = :source", "source", filter.source())
                .where("assignee = :assignee", "assignee", filter.assignee())
                .where("createdAt >= :from", "from", filter.from())
                .where("createdAt < :to", "to", filter.to())
                .where(SEARCH, "search", filter.search())
                .inOrderOf("leadId", filter.page().limit() + 1);
    }
}
