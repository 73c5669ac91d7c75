"""Who logs in, from which device and router, and what the router tells of it."""
import dataclasses
import random

# Vouchers' alphabet.
LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
ROUTERS = 50
SECONDS_BETWEEN_REPORTS = 300


@dataclasses.dataclass(frozen=True)
class User:
    """One with one device, always at the same router; its password is its name, as a voucher's is its code."""
    number: int
    name: str

    def router(self):
        router = self.number % ROUTERS
        device = ":".join(f"{byte:02X}" for byte in (2, 0, *self.number.to_bytes(4, "big")))
        return (f'User-Name = "{self.name}"\nNAS-IP-Address = 10.77.0.{router + 1}\nNAS-Identifier = "router-{router}"\n'
                f'NAS-Port-Type = Wireless-802.11\nNAS-Port-Id = "bridge1"\nCalled-Station-Id = "hotspot{router}"\n'
                f'Calling-Station-Id = "{device}"')

    def login(self):
        return f'{self.router()}\nUser-Password = "{self.name}"'

    def report(self, session, kind, reports, more):
        return (f'Acct-Status-Type = {kind}\n{self.router()}\nAcct-Session-Id = "{session}"\nFramed-IP-Address = 10.{self.report_address()}'
                f'\nAcct-Authentic = RADIUS\nAcct-Delay-Time = 0\nAcct-Session-Time = {reports * SECONDS_BETWEEN_REPORTS}\n{more}')

    def report_address(self):
        return ".".join(map(str, (self.number + 256).to_bytes(3, "big")))


def users(count, seed=1):
    """Always the same for a seed, with names of ten letters."""
    source = random.Random(seed)
    names = set()
    while len(names) < count:
        names.add("".join(source.choices(LETTERS, k=10)))
    return [User(number, name) for number, name in enumerate(sorted(names))]


def sessions(who, classes, interims, number):
    """Accounting of one session each, some hundred packets between two of the same session: Start, Interim-Updates, Stop."""
    events = []
    reports = interims + 1
    apart = max(100, len(who) // (2 * reports))
    source = random.Random(number)
    for place, user in enumerate(who):
        session, own_class = f"{number:04x}{user.number:06x}", f"Class = {classes[user.name]}"
        up, down = 0, 0
        events.append((place, user.report(session, "Start", 0, own_class)))
        for report in range(1, reports + 1):
            up, down = up + source.randrange(10_000_000), down + source.randrange(200_000_000)
            kind, end = ("Interim-Update", "") if report < reports else ("Stop", "\nAcct-Terminate-Cause = User-Request")
            events.append((place + report * apart, user.report(session, kind, report, f"{own_class}{end}\n" + counters(up, down))))
    return [packet for _, packet in sorted(events, key=lambda event: event[0])]


def counters(up, down):
    return (f"Acct-Input-Octets = {up & 0xFFFFFFFF}\nAcct-Input-Gigawords = {up >> 32}\n"
            f"Acct-Output-Octets = {down & 0xFFFFFFFF}\nAcct-Output-Gigawords = {down >> 32}")
