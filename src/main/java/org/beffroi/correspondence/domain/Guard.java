package org.beffroi.correspondence.domain;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Which machines may be reached from here at the wish of whoever registers an address: those of the Internet. The client asks for each
 * line that it opens and connects to what is answered, so that a name that leads elsewhere by then is refused then. Special addresses are
 * those of IANA's registries (RFC 6890).
 */
final class Guard implements DnsResolver {
    private static final List<Network> CLOSED =
            networks("0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12"
                    + " 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/3"
                    + " ::/96 64:ff9b::/96 64:ff9b:1::/48 100::/64 2001::/23 2001:db8::/32 2002::/16 3fff::/20 5f00::/16 fc00::/7 fe80::/10"
                    + " fec0::/10 ff00::/8");

    /** Where machines of a cloud hand out their keys: not even when it is asked for. */
    private static final List<Network> NEVER =
            networks("169.254.0.0/16 168.63.129.16 100.100.100.200 192.0.0.192 fe80::/10 fd00:ec2::/32");

    private final List<Network> open;
    private final Names names;

    /** What a name stands for just now. */
    interface Names {
        InetAddress[] of(String name) throws UnknownHostException;
    }

    /** @param open networks that may be reached although they are not of the Internet, with a blank or comma in between */
    Guard(String open) {
        this(open, InetAddress::getAllByName);
    }

    Guard(String open, Names names) {
        this.open = networks(open.replace(',', ' '));
        this.names = names;
    }

    /** Nobody may be reached there. */
    static final class Forbidden extends UnknownHostException {
        Forbidden() {
            super("not an address of the Internet");
        }
    }

    boolean allows(InetAddress address) {
        if (isIn(NEVER, address)) {
            return false;
        }
        return isIn(open, address) || !isIn(CLOSED, address);
    }

    /** Whether machines of this house itself may be reached, and so without encryption. */
    boolean allowsLoopback() {
        return allows(InetAddress.getLoopbackAddress());
    }

    private static boolean isIn(List<Network> networks, InetAddress address) {
        return networks.stream().anyMatch(network -> network.holds(address));
    }

    /** All of a name's addresses, or none: whoever gives a good one beside a bad one means no good. */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var found = names.of(host);
        for (var address : found) {
            if (!allows(address)) {
                throw new Forbidden();
            }
        }
        return found;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    private static List<Network> networks(String written) {
        return Stream.of(written.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .map(Network::of)
                .toList();
    }

    /** @param bits how many of the first bits are the network's */
    private record Network(InetAddress base, int bits) {
        static Network of(String written) {
            var parts = written.split("/");
            try {
                // A literal: nothing is looked up for it.
                var base = InetAddress.ofLiteral(parts[0]);
                var all = base.getAddress().length * Byte.SIZE;
                return new Network(base, parts.length > 1 ? Integer.parseInt(parts[1]) : all);
            } catch (IllegalArgumentException unreadable) {
                throw new IllegalStateException(
                        "BEFFROI_WEBHOOKS_NETWORKS: no network: " + written + "; it looks like 10.20.0.0/16",
                        unreadable);
            }
        }

        boolean holds(InetAddress address) {
            if (base instanceof Inet4Address != address instanceof Inet4Address) {
                return false;
            }
            var mine = base.getAddress();
            var theirs = address.getAddress();
            var whole = bits / Byte.SIZE;
            if (!Arrays.equals(mine, 0, whole, theirs, 0, whole)) {
                return false;
            }
            var rest = bits % Byte.SIZE;
            return rest == 0 || (mine[whole] ^ theirs[whole]) >> (Byte.SIZE - rest) == 0;
        }
    }
}
