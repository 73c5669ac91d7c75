package com.skytill.local.demonstration;

import com.skytill.local.api.Api;
import com.skytill.local.home.Credentials;
import com.skytill.local.home.Home;
import com.skytill.local.postgres.SuiteDatabase;
import com.skytill.local.suite.Progress;

import java.io.IOException;
import java.net.http.HttpClient;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Fills a running suite with a WISP that looks real, once, so that lists, pages and charts have something to show. */
public final class Demonstration {

    private final SuiteDatabase database;
    private final Progress progress;
    private final Size size;
    private final Calls calls;
    private final ProductLoader products;

    /** Of this size, for the suite of this installation. */
    public Demonstration(Home home, SuiteDatabase database, Progress progress, Size size) throws IOException {
        this.database = database;
        this.progress = progress;
        this.size = size;
        var http = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(5))
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        var api = new Api(http, Credentials.read(home.credentials()).gatewayUrl());
        this.calls = new Calls(api, () -> Credentials.read(home.credentials()).accessToken());
        this.products = new ProductLoader(calls);
    }

    /** Adds everything, unless that was done before. */
    public void load() throws IOException, InterruptedException, DemonstrationFailure {
        if (products.complete()) {
            progress.say("The demonstration's data are there already.");
            return;
        }
        progress.say("Adding the demonstration's data");
        long begin = System.nanoTime();
        fill();
        products.mark();
        progress.say(String.format(
                Locale.ROOT,
                "The demonstration's data are complete, after %.1f s.",
                (System.nanoTime() - begin) / 1e9));
    }

    /** Adds what is missing: each thing is looked up before. */
    public void fill() throws IOException, InterruptedException, DemonstrationFailure {
        progress.ready("staff", new StaffLoader(calls).load());
        progress.ready("products", products.load());
        var customers = new CustomerLoader(calls).load(Customers.make(size.customers()));
        progress.ready("customers", Integer.toString(customers.size()));
        new HelpdeskLoader(calls, customers).load(Ticket.make(size.tickets(), customers.size()));
        progress.ready("tickets", Integer.toString(size.tickets()));
        new LeadLoader(calls).load(Lead.make(size.leads()));
        progress.ready("leads", Integer.toString(size.leads()));
        var vouchers = new VoucherLoader(calls);
        vouchers.loadHotspots();
        progress.ready("hotspots", Integer.toString(Hotspot.ALL.size()));
        var issued = Voucher.make(size.vouchers());
        vouchers.loadVouchers(issued);
        progress.ready("vouchers", Integer.toString(issued.size()));
        progress.ready("sessions", history(issued));
    }

    private String history(List<Voucher> vouchers) throws DemonstrationFailure {
        try {
            return Integer.toString(new HistoryLoader(database, Clock.systemUTC()).load(vouchers));
        } catch (SQLException e) {
            throw new DemonstrationFailure("The sessions could not be added: " + e.getMessage(), e);
        }
    }
}
