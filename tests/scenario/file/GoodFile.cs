using System.Text;

namespace SwapEdge.Tests.ScenarioFiles;

/// <summary>A scenario that has something of everything, and is right.</summary>
internal static class GoodFile
{
    public const string Text = """
        # A comment, and a title in quotes for its colon.
        scenario: "A January night: ice holds one lock point"
        claim: >-
          The swap retries and completes;
          nobody is called.
        station:
          kind: truck
          lanes: 1
          bays: 4
          packs:
            - empty
            - { charge: 97 %, temperature: -12 °C }
            - charge: 60 %
              health: 88 %
              code: 0ABPEDG000AB1C0120000042
          ambient: -25 °C
          begins: 2026-01-14T22:00:00Z
          boards: virtual
          isolation-bay: 4
          parameters: { pack: truck-lfp, charger: { name: dc-160kw, max-power: 90 kW }, lock: { ice-tries: 3 } }
          settings: { target: 90 %, telemetry: 10 s }
        arrivals:
          - vehicle: LSWAPEDG0SE000028
            lane: 1
            at: 90 s
            known: yes
            packs: [ { charge: 18 %, temperature: -20 °C } ]
            mistake: forgets-handbrake
        happens:
          - at: 2 min
            do: sensor-stuck
            sensor: lock-closed-1
            level: off
            for: 40 s
          - when: { phase: lifting }
            after: 2 s
            do: power-cut
            node: lane-1
            for: 5 s
          - when: { all: [ { phase: verifying, lane: 1 }, { not: { node: bays-1, state: lost } } ] }
            do: insulation
            pack: bay-2
            to: 80 kohm
            over: 1 h
        expect:
          - eventually: { phase: held, fault: lock-timeout }
            within: 90 s
            after: { phase: unlocking }
          - never: { phase: stopped }
          - in-order: [ { event: swap-started }, { event: battery-in }, { event: battery-out }, { event: swap-ended } ]
          - finally: { city: complete }
        until: { vehicle: gone, phase: idle }
        limit: 40 min
        """;

    public static byte[] Bytes => Encoding.UTF8.GetBytes(Text);
}
