package com.skytill.vouchers.account;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Query;
import com.skytill.platform.operation.Section;
import com.skytill.platform.parameter.Parameter;
import com.skytill.platform.parameter.ParameterReader;
import com.skytill.platform.problem.ProblemException;
import com.skytill.vouchers.calendar.WispCalendar;
import com.skytill.vouchers.identity.AccountReference;
import com.skytill.vouchers.session.SessionStore;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.time.Clock;
import java.time.Instant;

/** What a data account has used and has left. */
@Singleton
final class GetDataAccountUsage implements Query<GetDataAccountUsage.Parameters> {

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("3000-01-01T00:00:00Z");

    record Parameters(AccountReference account, Instant from, Instant to, UsageBy by) {}

    private final AccountStore accounts;
    private final UsageStore usage;
    private final SessionStore sessions;
    private final WispCalendar calendar;
    private final Clock clock;

    GetDataAccountUsage(
            AccountStore accounts, UsageStore usage, SessionStore sessions, WispCalendar calendar, Clock clock) {
        this.accounts = accounts;
        this.usage = usage;
        this.sessions = sessions;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.one(
                "get_data_account_usage",
                Section.DATA_ACCOUNTS,
                Permission.RADIUS_READ,
                "Shows what a data account has used and has left",
                "Give username or account_id. usage has every day or hour that touches from to to, those without use as zeros;"
                        + " days, hours and months are those of time_zone, so a day may have 23 or 25 hours. Data are counted in"
                        + " the hour in which a router reports them. data_left is null when unlimited. A prepaid account's data"
                        + " are in allocation: the one that it is using. The latest "
                        + UsageStore.MOST_MONTHS + " months and " + SessionStore.MOST + " sessions are shown.",
                AccountUsageView.class);
    }

    @Override
    public Parameters read(ParameterReader in) {
        return new Parameters(
                AccountReference.read(in),
                instant(in, "from", "From when usage is told; 30 days before to when absent, by hour one day")
                        .optional(),
                instant(in, "to", "Until when usage is told; until now when absent. At most 366 days, by hour 31")
                        .optional(),
                in.choice("by", "Whether usage is told by day or by hour", UsageBy.class)
                        .orElse(UsageBy.DAY));
    }

    private static Parameter<Instant> instant(ParameterReader in, String name, String text) {
        return in.instant(name, text)
                .which(
                        instant -> !instant.isBefore(EARLIEST) && instant.isBefore(LATEST),
                        "must be of a year from 2000 to 2999");
    }

    @Override
    public Uni<AccountUsageView> answer(Parameters parameters, Caller caller) {
        parameters.account().require("");
        var now = clock.instant();
        var period = UsagePeriod.of(parameters.by(), calendar.zone(), parameters.from(), parameters.to(), now);
        return accounts.find(parameters.account())
                .map(found -> found.orElseThrow(() -> ProblemException.notFound("data account")))
                .flatMap(account -> view(account, period, now));
    }

    private Uni<AccountUsageView> view(AccountRow account, UsagePeriod period, Instant now) {
        long id = account.accountId;
        var running = calendar.month(now);
        // One after the other: the session is one connection.
        return Uni.combine()
                .all()
                .unis(
                        usage.month(id, running),
                        usage.allocation(id, now),
                        usage.pastMonths(id, running),
                        usage.hours(id, period),
                        sessions.online(id))
                .usingConcurrencyOf(1)
                .with((month, allocation, pastMonths, hours, online) -> new AccountUsageView(
                        AccountView.of(account),
                        MonthUsageView.of(month),
                        allocation.orElse(null),
                        pastMonths,
                        calendar.zone().getId(),
                        period.by(),
                        period.from(),
                        period.to(),
                        UsageChart.of(period, hours),
                        online));
    }
}
