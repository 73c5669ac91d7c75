package com.skytill.local.suite;

import com.skytill.local.home.Ports;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

/**
 * Where each service listens, on the loopback interface.
 *
 * @param ports the TCP port of each
 */
record Addresses(Map<Service, Integer> ports) {

    /**
     * Gives the gateway the port asked for, and every other service one that is free.
     *
     * @throws SuiteFailure when the gateway's port is taken
     */
    static Addresses choose(Ports ports, int gatewayPort) throws IOException, SuiteFailure {
        var chosen = new EnumMap<Service, Integer>(Service.class);
        for (var service : Service.values()) {
            if (service == Service.GATEWAY && gatewayPort != 0) {
                requireFree(gatewayPort);
                chosen.put(service, gatewayPort);
            } else {
                chosen.put(service, ports.tcp(service.id()));
            }
        }
        return new Addresses(chosen);
    }

    int port(Service service) {
        return ports.get(service);
    }

    /** A service's address without trailing slash; the gateway's is the suite's public one. */
    String url(Service service) {
        return "http://127.0.0.1:" + port(service);
    }

    private static void requireFree(int port) throws SuiteFailure {
        if (!Ports.isTcpFree(port)) {
            throw new SuiteFailure(
                    "Port " + port + " is taken by another program. Choose another port for the API, for example:"
                            + "\n  ./skytill up --port " + (port + 1));
        }
    }
}
