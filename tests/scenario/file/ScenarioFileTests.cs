using System.Text;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.ScenarioFiles;

/// <summary>A scenario file becomes the scenario it says, or is told what is wrong with it, all of it.</summary>
public class ScenarioFileTests
{
    [Fact]
    public void A_file_becomes_the_scenario_that_it_says()
    {
        ScenarioFile file = ScenarioFile.Of("january.yaml", GoodFile.Bytes);
        Assert.Empty(file.Errors);
        Scenario scenario = file.Scenario!;
        Assert.Equal("january", scenario.Name);
        Assert.Equal("A January night: ice holds one lock point", scenario.Story);
        Assert.Equal("The swap retries and completes; nobody is called.", scenario.Claim);
        StationPlan station = scenario.Station;
        Assert.Equal((4, 4, -25.0), (station.Places, station.IsolationBay, station.AmbientC));
        Assert.Equal([null, 0.97, 0.6], scenario.Station.Packs!.Select(pack => pack?.Charge));
        Assert.Equal(["pack", "charger", "lock"], scenario.Station.Parameters.Select(one => one.Role));
        Assert.Equal(90_000.0, scenario.Station.Parameters[1].Overrides["max-power"]);
        Assert.Equal(0.9, scenario.Station.Settings.Number("target"));
        Arrival arrival = Assert.Single(scenario.Arrivals!);
        Assert.Equal((90_000, "forgets-handbrake"), (arrival.AtMs, arrival.Mistake));
        Assert.Equal(-20.0, arrival.Packs![0].TemperatureC);
        Assert.Equal(["sensor-stuck", "power-cut", "insulation"], scenario.Happens.Select(one => one.Form.Name));
        Assert.Equal((120_000, 40_000), (scenario.Happens[0].Trigger.AtMs, scenario.Happens[0].ForMs));
        Assert.False(scenario.Happens[0].Arguments.IsOn("level"));
        Assert.Equal(2_000, scenario.Happens[1].Trigger.AfterMs);
        Assert.Equal(80, scenario.Happens[2].Arguments.Count("to"));
        Assert.Equal(Joining.All, scenario.Happens[2].Trigger.When!.Joining);
        Assert.Equal(
            [ExpectationKind.Eventually, ExpectationKind.Never, ExpectationKind.InOrder, ExpectationKind.Finally],
            scenario.Expect.Select(one => one.Kind));
        Assert.Equal(
            "eventually { phase: held, fault: lock-timeout }, within 90 s, after { phase: unlocking }",
            scenario.Expect[0].Text);
        Assert.Equal("january.yaml:46:5", scenario.Expect[0].Place.ToString());
        Assert.Equal(90_000, scenario.Expect[0].WithinMs);
        Assert.Equal(Joining.All, scenario.Until!.Joining);
        Assert.Equal(40 * 60_000, scenario.LimitMs);
    }

    [Fact]
    public void What_a_file_leaves_out_is_as_usual()
    {
        Scenario scenario = ScenarioFile.Of("x.yaml", "scenario: Nothing"u8).Scenario!;
        Assert.Null(scenario.Arrivals);
        Assert.Null(scenario.Until);
        Assert.Equal(Story.Truck, scenario.Station.Kind);
        Assert.Equal(Scenario.UsualLimitMs, scenario.LimitMs);
    }

    [Fact]
    public void All_that_is_wrong_is_told_in_the_order_of_the_file()
    {
        const string Text = """
            scenaro: x
            station: { kind: truck, bays: 5, ambient: 20 }
            happens:
              - at: 40 min
                do: sensor-stuk
              - at: 10 s
                do: restart
                node: lane-3
                for: 3 s
            expect:
              - eventually: { phase: lifing }
            """;
        Assert.Equal(
        [
            "f:1:1: a scenario needs 'scenario'",
            "f:1:1: unknown key 'scenaro' of a scenario; did you mean 'scenario'?",
            "f:2:31: bays: 5 is not even; a bay node has 2 of them",
            "f:2:43: ambient: '20' has no unit; a temperature such as '-25 °C' is expected",
            "f:4:9: at: '40 min' is behind the limit of 30 min",
            "f:5:9: unknown action 'sensor-stuk'; did you mean 'sensor-stuck'?",
            "f:9:10: 'restart' does not last; 'for' has no meaning",
            "f:11:26: unknown phase 'lifing'; did you mean 'lifting'?",
        ],
        Errors(Text));
    }

    [Theory]
    [InlineData("station: { kind: truk }", "f:2:18: unknown kind 'truk'; did you mean 'truck'?")]
    [InlineData("station: truck", "f:2:10: a station is expected, a map of 'name: value', not 'truck'")]
    [InlineData("station: { kind: cabinet, lanes: 2 }", "f:2:27: a cabinet has 8 doors, and no 'lanes'")]
    [InlineData("station: { bays: 18 }", "f:2:18: bays: 18 is out of range; 2 to 16 is expected")]
    [InlineData("station: { bays: 2, packs: [ empty, empty, empty ] }", "f:2:44: more packs than there is room for: 2")]
    [InlineData("station: { packs: [ emty ] }",
        "f:2:21: a pack, or 'empty', is expected, a map of 'name: value', not 'emty'")]
    [InlineData("station: { packs: [ { charge: 120 % } ] }",
        "f:2:31: charge: '120 %' is out of range; 0 % to 100 % is expected")]
    [InlineData("station: { packs: [ { code: abc } ] }",
        "f:2:29: code: 24 capitals and digits by GB/T 34014, the last seven digits, not 'abc'")]
    [InlineData("station: { isolation-bay: 9 }", "f:2:27: isolation-bay: 9 is out of range; 1 to 4 is expected")]
    [InlineData("station: { begins: tomorrow }",
        "f:2:20: begins: a time from 2020 to 2089 such as '2026-01-14T22:00:00Z' is expected, not 'tomorrow'")]
    [InlineData("station: { boards: esp32-s4 }", "f:2:20: unknown boards 'esp32-s4'; did you mean 'esp32-s3'?")]
    [InlineData("station: { kind: cabinet, boards: esp32-s3 }",
        "f:2:35: boards: no node of a cabinet station runs on 'esp32-s3'")]
    [InlineData("station: { parameters: { pac: truck-lfp } }",
        "f:2:26: there are no parameters of 'pac'; did you mean 'pack'?")]
    [InlineData("station: { parameters: { pack: truck-lpf } }",
        "f:2:32: unknown pack 'truck-lpf'; did you mean 'truck-lfp'?")]
    [InlineData("station: { parameters: { charger: { max-power: 90 V } } }",
        "f:2:48: max-power: '90 V' is a voltage; a power such as '90 kW' is expected (W, kW, MW)")]
    [InlineData("station: { parameters: { charger: { max-powr: 90 kW } } }",
        "f:2:37: unknown key 'max-powr' of 'parameters' of a charger; did you mean 'max-power'?")]
    [InlineData("station: { parameters: { charger: { max-power: 90 MW } } }",
        "f:2:48: max-power: '90 MW' is out of range; 10 W to 1 MW is expected")]
    [InlineData("station: { kind: car, parameters: { hoist: top-lift } }",
        "f:2:37: a car station has no 'hoist'; "
        + "one of pack, charger, platform, lock, driver, traffic, weather is expected")]
    [InlineData("station: { parameters: { platform: bottom-swap } }",
        "f:2:26: a truck station has no 'platform'; "
        + "one of pack, charger, hoist, lock, driver, traffic, weather is expected")]
    [InlineData("station: { kind: cabinet, parameters: { driver: usual } }",
        "f:2:41: a cabinet station has no 'driver'; one of pack, charger, traffic, weather is expected")]
    [InlineData("station: { parameters: { traffic: truck-day } }",
        "f:2:26: nobody comes by chance: parameters of traffic need 'traffic'")]
    [InlineData("traffic: { pattern: truck-day }\nstation: { parameters: { traffic: truck-quiet } }",
        "f:3:26: traffic is named twice, here and by its 'pattern'")]
    [InlineData("station: { parameters: { driver: { rolling-in: 9 s } } }",
        "f:2:48: a distribution, 'rolling-in', is expected, a map of 'name: value', not '9 s'")]
    [InlineData("station: { parameters: { driver: { "
        + "remembers: { mean: 9 s, deviation: 1 s, least: 9 kg, most: 9 s } } } }",
        "f:2:83: least: '9 kg' is a mass; a duration such as '90 s' is expected (ms, s, min, h, d)")]
    [InlineData("station: { parameters: { weather: { over-the-day: [ 0, 1 ] } } }",
        "f:2:51: 'over-the-day' is a list of 24 values, one for each hour of the day")]
    [InlineData("station: { parameters: { pack: { charge-limit: [ [0 °C, 9 A], [-1 °C, 9 A] ] } } }",
        "f:2:63: 'charge-limit': the points of a curve go from the least x to the greatest")]
    [InlineData("station: { parameters: { pack: own.yaml } }",
        "f:2:32: pack: there is no file 'own.yaml' from the scenario's folder")]
    [InlineData("station: { settings: { tarjet: 90 % } }",
        "f:2:24: unknown key 'tarjet' of 'settings'; did you mean 'target'?")]
    [InlineData("station: { settings: { telemetry: 1 h } }",
        "f:2:35: telemetry: '1 h' is out of range; 1 s to 10 min is expected")]
    [InlineData("station: { settings: { alarm-level: 4 } }",
        "f:2:37: alarm-level: 4 is out of range; 1 to 3 is expected")]
    [InlineData("arrivals: [ { vehicle: LSWAPEDG0SE00002 , at: 1 s } ]",
        "f:2:24: vehicle: a VIN is expected, 17 capitals and digits without I, O and Q, not 'LSWAPEDG0SE00002'")]
    [InlineData("arrivals: [ { lane: 2, at: 1 s } ]", "f:2:21: lane: 2 is out of range; 1 to 1 is expected")]
    [InlineData("arrivals: [ { at: 31 min } ]", "f:2:19: at: '31 min' is behind the limit of 30 min")]
    [InlineData("arrivals: [ { lane: 1 } ]", "f:2:13: an arrival needs 'at'")]
    [InlineData("arrivals: [ { at: 1 s, mistake: forgets-handbrak } ]",
        "f:2:33: unknown mistake 'forgets-handbrak'; did you mean 'forgets-handbrake'?")]
    [InlineData("arrivals: []\ntraffic: { number: 3 }",
        "f:3:10: a scenario has 'arrivals' or 'traffic', not both")]
    [InlineData("limit: 0 s", "f:2:8: limit: '0 s' is no time at all")]
    [InlineData("limit: -5 s", "f:2:8: limit: '-5 s': a duration is not negative")]
    [InlineData("happens: { at: 1 s }", "f:2:10: 'happens' is a list, not a map")]
    [InlineData("until: { phase: [ idle ] }", "f:2:17: 'phase' is one value, not a list")]
    [InlineData("claim:", "f:2:7: 'claim' has no value")]
    [InlineData("arrival: [ { at: 1 s } ]", "f:2:1: unknown key 'arrival' of a scenario; did you mean 'arrivals'?")]
    [InlineData("expect: []", "f:2:9: nothing is expected; leave 'expect' out, or say what is")]
    [InlineData("claim: All is well.", "f:2:8: a claim is shown by what is expected; 'expect' is missing")]
    [InlineData("station: { kind: loader }\narrivals: [ { vehicle: loader-with-a-long-name, at: 1 s } ]",
        "f:3:24: vehicle: a tag or card of 1 to 17 letters of ASCII without blanks is expected, "
        + "not 'loader-with-a-long-name'")]
    public void A_wrong_frame_is_told(string line, string error) =>
        Assert.Equal([error], Errors("scenario: x\n" + line + "\n"));

    [Theory]
    [InlineData("do: sensor-stuck, sensor: lock-closed-1", "f:3:5: action 'sensor-stuck' needs 'level'")]
    [InlineData("do: sensor-stuck, sensor: lock-closed-1, level: maybe",
        "f:3:64: level: yes or no, on or off is expected, not 'maybe'")]
    [InlineData("do: sensor-stuck, sensor: lock-closd-1, level: off",
        "f:3:42: unknown sensor 'lock-closd-1'; did you mean 'lock-closed-1'?")]
    [InlineData("do: sensor-stuck, sensor: pack-present, level: off, bay: 9",
        "f:3:73: there is no bay 9; the station has bays 1 to 4")]
    [InlineData("do: sensor-stuck, sensor: pack-present, level: off, door: 2",
        "f:3:74: a station with lanes has bays: 'bay' says which")]
    [InlineData("do: sensor-stuck, sensor: latch-closed, level: off",
        "f:3:20: 'sensor-stuck': 'latch-closed' is no sensor of a lane")]
    [InlineData("do: sensor-stuck, sensor: lock-open-3, level: off",
        "f:3:20: 'sensor-stuck': the lock of this kind of vehicle has one point, no 'lock-open-3'")]
    [InlineData("do: bus-silent, bus: link, sender: pack",
        "f:3:20: 'bus-silent': on the link nodes speak: 'node' says which")]
    [InlineData("do: unknown-pack, pack: bay-2, code: abc",
        "f:3:53: code: 24 capitals and digits by GB/T 34014, the last seven digits, not 'abc'")]
    [InlineData("do: arrive, code: abc",
        "f:3:34: code: 24 capitals and digits by GB/T 34014, the last seven digits, not 'abc'")]
    [InlineData("do: power-cut, node: lane-2", "f:3:37: unknown node 'lane-2'; did you mean 'lane-1'?")]
    [InlineData("do: power-cut, node: lane-1, for: 3",
        "f:3:50: for: '3' has no unit; a duration such as '90 s' is expected (ms, s, min, h, d)")]
    [InlineData("do: power-cut, node: lane-1, for: 0 s", "f:3:50: for: '0 s' is no time at all")]
    [InlineData("do: door-sticks, door: 2", "f:3:20: 'door-sticks' is for a cabinet; this station has lanes")]
    [InlineData("do: lock-jams, lane: 2", "f:3:37: there is no lane 2; the station has lane 1 alone")]
    [InlineData("do: insulation, pack: bay-9, to: 80 kohm",
        "f:3:38: pack: there is no 'bay-9'; the station has bays 1 to 4")]
    [InlineData("do: insulation, pack: vehicle-2, to: 80 kohm",
        "f:3:38: pack: there is no 'vehicle-2'; a vehicle here has 1")]
    [InlineData("do: insulation, pack: shelf, to: 80 kohm", "f:3:38: pack: 'shelf' is no place of a pack; 'bay-3'")]
    [InlineData("do: insulation, pack: bay-2, to: 80 V",
        "f:3:49: to: '80 V' is a voltage; a resistance such as '80 kohm' is expected (ohm, mohm, kohm, Mohm)")]
    [InlineData("do: insulation, pack: bay-2, to: -80 kohm",
        "f:3:49: to: '-80 kohm' is out of range; 0 ohm to 1000 Mohm is expected")]
    [InlineData("do: press, button: confrm", "f:3:35: unknown button 'confrm'; did you mean 'confirm'?")]
    [InlineData("do: press, buton: confirm",
        "f:3:5: action 'press' needs 'button'",
        "f:3:27: unknown key 'buton' of action 'press'; did you mean 'button'?")]
    [InlineData("do: [press]", "f:3:20: 'do' is one value, not a list")]
    [InlineData("after: 2 s, do: fire", "f:3:23: 'after' follows 'when'; 'at' is a time alone")]
    [InlineData("when: { phase: held }, do: fire", "f:3:5: a happening has 'at' or 'when', not both")]
    [InlineData("", "f:3:5: a happening needs 'do'")]
    public void A_wrong_happening_is_told(string line, params string[] errors) => Assert.Equal(
        errors,
        Errors($"scenario: x\nhappens:\n  - {{ at: 1 s, {line} }}\n").Select((told, i) => Beginning(told, errors[i])));

    [Theory]
    [InlineData("{ eventually: { phas: held } }", "f:3:21: unknown condition 'phas'; did you mean 'phase'?")]
    [InlineData("{ eventually: { phase: held, fault: lock-timeot } }",
        "f:3:41: unknown fault 'lock-timeot'; did you mean 'lock-timeout'?")]
    [InlineData("{ eventually: { phase: held, bay: 2 } }",
        "f:3:34: unknown key 'bay' of condition 'phase'; one of phase, fault, lane is expected")]
    [InlineData("{ eventually: { lane: 1, phase: held } }",
        "f:3:21: a condition begins with its name, here 'phase', not with 'lane'")]
    [InlineData("{ eventually: held }", "f:3:19: a condition such as '{ phase: held }' is expected, not 'held'")]
    [InlineData("{ eventually: { phase: held }, never: { phase: held } }",
        "f:3:5: an expectation has one of eventually, never, finally, in-order, not more")]
    [InlineData("{ within: 3 s }", "f:3:5: an expectation has one of eventually, never, finally, in-order")]
    [InlineData("{ finally: { phase: idle }, within: 3 s }",
        "f:3:33: 'finally' is at the end; 'within' has no meaning")]
    [InlineData("{ eventually: { phase: idle }, within: 2 h }", "f:3:44: within: '2 h' is behind the limit of 30 min")]
    [InlineData("{ eventually: { phase: held }, after: { event: boot, exactly: 2 } }",
        "f:3:43: 'exactly' is known at the end alone; what is waited for has 'at-least'")]
    [InlineData("{ in-order: { phase: idle } }", "f:3:17: 'in-order' takes a list of two conditions or more")]
    [InlineData("{ never: { any: { phase: idle } } }", "f:3:16: 'any' takes a list of conditions, not a map")]
    [InlineData("{ never: { not: { phase: idle }, lane: 1 } }",
        "f:3:38: 'not' stands alone; 'lane' goes into its conditions")]
    [InlineData("{ eventually: { time: 31 min } }", "f:3:27: time: '31 min' is behind the limit of 30 min")]
    [InlineData("{ eventually: { event: swap-endet } }",
        "f:3:28: unknown event 'swap-endet'; did you mean 'swap-ended'?")]
    [InlineData("{ never: { phase: dispensing } }",
        "f:3:23: a truck station has no phase 'dispensing'; one of ")]
    [InlineData("{ never: { fault: door-not-closed } }", "f:3:23: a truck station has no fault 'door-not-closed'")]
    [InlineData("{ never: { drive: open-door } }", "f:3:23: a truck station has no drive 'open-door'; one of any")]
    [InlineData("{ never: { event: boot, result: completed } }",
        "f:3:16: 'event': 'boot' says nothing of 'result'")]
    [InlineData("{ never: { event: pack-isolated, reason: too-long } }",
        "f:3:16: 'event': 'too-long' is no reason of 'pack-isolated': isolation-bay")]
    [InlineData("{ never: { event: swap-ended, node: bays-1 } }",
        "f:3:16: 'event': 'bays-1' never tells 'swap-ended'")]
    [InlineData("{ never: { event: warning-raised, bay: 2, warning: unlock-slow } }",
        "f:3:16: 'event': 'unlock-slow' is a warning of a node, not of a bay or door")]
    [InlineData("{ never: { alarm: swap-step, bay: 2 } }",
        "f:3:16: 'alarm': 'swap-step' says nothing of 'bay'; it has vehicle")]
    [InlineData("{ never: { swaps: any, node: bays-1 } }", "f:3:16: 'swaps': 'bays-1' makes no swaps")]
    [InlineData("{ never: { phase: idle, fault: lock-timeout } }", "f:3:16: 'phase': 'idle' has no fault")]
    [InlineData("{ never: { pack: bay-3, charge-above: 90 %, charge-below: 10 % } }",
        "f:3:43: charge-above: '90 %' and 'charge-below' '10 %' cannot both be so")]
    [InlineData("{ never: { pack: bay-3, there: no, charge-above: 90 % } }",
        "f:3:16: 'pack': of a pack that is not there nothing else can be so")]
    [InlineData("{ finally: { swaps: any, at-least: 5, at-most: 2 } }",
        "f:3:40: at-least: '5' and 'at-most' '2' cannot both be so")]
    [InlineData("{ finally: { swaps: any, at-least: 5, exactly: 1 } }",
        "f:3:52: 'exactly' stands alone; 'at-least' has no meaning beside it")]
    [InlineData("{ never: { command: self-test, reason: busy } }",
        "f:3:16: 'command': what is not refused has no 'reason'; 'result' says rejected, failed or expired")]
    [InlineData("eventually", "f:3:5: an expectation is expected, a map of 'name: value', not 'eventually'")]
    public void A_wrong_expectation_is_told(string line, string error)
    {
        string told = Assert.Single(Errors($"scenario: x\nexpect:\n  - {line}\n"));
        Assert.Equal(error, Beginning(told, error));
    }

    [Fact]
    public void What_hangs_on_a_wrong_station_is_not_told_twice() => Assert.Equal(
        ["f:2:18: unknown kind 'cabinett'; did you mean 'cabinet'?"],
        Errors("scenario: x\nstation: { kind: cabinett }\nhappens:\n  - { at: 1 s, do: door-sticks, door: 2 }\n"));

    [Fact]
    public void At_a_cabinet_doors_are_meant() => Assert.Equal(
        ["f:4:32: a cabinet has doors: 'door' says which",
            "f:5:20: 'lock-jams' is for stations with lanes; this is a cabinet"],
        Errors("""
            scenario: x
            station: { kind: cabinet }
            happens:
              - { at: 1 s, do: smoke, bay: 2 }
              - { at: 1 s, do: lock-jams }
            """));

    /// <summary>Of a message that goes on with a list of names, what stands before it.</summary>
    private static string Beginning(string told, string expected) =>
        told.StartsWith(expected, StringComparison.Ordinal) && told[expected.Length..].Contains(", ") ? expected : told;

    private static string[] Errors(string text)
    {
        ScenarioFile file = ScenarioFile.Of("f", Encoding.UTF8.GetBytes(text));
        Assert.Equal(file.Errors.Count > 0, file.Scenario is null);
        return [.. file.Errors];
    }
}
