using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>What people at the station do, and the safety chain.</summary>
public static class PeopleActions
{
    private const long PressMs = 500;
    private const string Automatic = "automatic";
    private const string Manual = "manual";
    private const string Maintenance = "maintenance";
    private const string Closed = "closed";

    private static readonly IReadOnlyList<string> Drives = [.. Choices.Of(Drive.None)
        .Where(name => name is not ("motion" or "stored"))];

    public static IReadOnlyList<ActionForm> All { get; } =
    [
        new("press", "Somebody presses a button, half a second if not said otherwise.",
            [
                Parameter.Choice("button", "Which button.", ["confirm", "abort", "driver-abort"]) with
                {
                    Of = static station => station.IsCabinet ? ["confirm", "abort"]
                        : ["confirm", "abort", "driver-abort"],
                },
                Parameter.Lane,
            ],
            Press)
        {
            UsualMs = PressMs,
        },
        new("key-switch", "Somebody turns the operator's key.",
            [new("to", ParameterKind.Level, true, "On or off."), Parameter.Lane], TurnKey),
        new("select", "Somebody turns the selector.",
            [
                Parameter.Choice("position", "Where to.", [Automatic, Manual, Maintenance, Closed]),
                Parameter.Lane,
            ],
            Select),
        new("hold", "A technician holds a button of the pendant.",
            [
                Parameter.Choice("drive", "Which drive it asks for.", Drives) with { Of = StationNames.Drives },
                Parameter.Lane,
            ],
            Hold)
        {
            Scope = StationScope.Lanes,
        },
        new("operator-asks", "A person with the key asks for something at a bay or door, and confirms.",
            [
                Parameter.Choice("request", "What.", Choices.Of(OperatorRequest.None)), Parameter.Bay, Parameter.Door,
            ],
            Ask)
        {
            UsualMs = 2 * PressMs,
            Against = PackActions.NeedsPlace,
        },
        new("technician", "A technician comes to a cabinet, shuts what is open, looks and confirms.",
            [], CallTechnician)
        {
            Scope = StationScope.Cabinet,
            Lasts = false,
        },
        new("attendant", "Somebody of the station comes when a lane or cabinet calls, looks and confirms; sends off "
            + "who cannot be served after several of these; takes a pack away where every door of a cabinet is taken.",
            [new("comes-after", ParameterKind.Duration, true, "How long after the call.")], Attend),
        new("safety-chain", "The safety chain opens: an emergency stop, a guard, somebody in the lane.",
            [Parameter.Lane],
            (run, arguments) => Set(run, arguments, "safety chain",
                static (panel, on) => panel.SafetyChainClosed = !on,
                static (cabinet, on) => cabinet.SafetyChainClosed = !on)),
        new("release-refused", "The safety chain does not permit the lock's release.",
            [Parameter.Lane],
            (run, arguments) => Set(
                run, arguments, "release", static (panel, on) => panel.ReleasePermitted = !on, null))
        {
            Scope = StationScope.Lanes,
        },
        new("fire", "The fire alarm of a lane or cabinet.", [Parameter.Lane],
            (run, arguments) => Set(run, arguments, "fire",
                static (panel, on) => panel.FireDetected = on, static (cabinet, on) => cabinet.FireDetected = on)),
    ];

    private static Action Press(ScenarioRun run, Arguments arguments) => arguments.Text("button") switch
    {
        "confirm" => Set(run, arguments, "confirm",
            static (panel, on) => panel.ConfirmPressed = on, static (cabinet, on) => cabinet.ConfirmPressed = on),
        "abort" => Set(run, arguments, "abort",
            static (panel, on) => panel.AbortPressed = on, static (cabinet, on) => cabinet.AbortPressed = on),
        _ => Set(run, arguments, "driver aborts", static (panel, on) => panel.DriverAborts = on, null),
    };

    private static Action TurnKey(ScenarioRun run, Arguments arguments)
    {
        bool to = arguments.IsOn("to");
        if (run.IsCabinet)
        {
            CabinetWorld cabinet = run.Cabinet;
            return run.Hold(cabinet, "key", to, cabinet.KeySwitchOn, on => cabinet.KeySwitchOn = on);
        }

        LanePanel panel = run.LaneOf(arguments).Panel;
        return run.Hold(panel, "key", to, panel.KeySwitchOn, on => panel.KeySwitchOn = on);
    }

    private static Action Select(ScenarioRun run, Arguments arguments)
    {
        string to = arguments.Text("position");
        if (run.IsCabinet)
        {
            CabinetWorld cabinet = run.Cabinet;
            return run.Hold(
                cabinet,
                "selector",
                to,
                Selected(cabinet.ManualSelected, cabinet.MaintenanceSelected, cabinet.ClosedSelected),
                at => (cabinet.ManualSelected, cabinet.MaintenanceSelected, cabinet.ClosedSelected) = Turned(at));
        }

        LanePanel panel = run.LaneOf(arguments).Panel;
        return run.Hold(
            panel,
            "selector",
            to,
            Selected(panel.ManualSelected, panel.MaintenanceSelected, panel.ClosedSelected),
            at => (panel.ManualSelected, panel.MaintenanceSelected, panel.ClosedSelected) = Turned(at));
    }

    private static (bool Manual, bool Maintenance, bool Closed) Turned(string to) =>
        (to == Manual, to == Maintenance, to == Closed);

    private static string Selected(bool manual, bool maintenance, bool closed) =>
        manual ? Manual : maintenance ? Maintenance : closed ? Closed : Automatic;

    private static Action Hold(ScenarioRun run, Arguments arguments)
    {
        Drive drive = Choices.Parse<Drive>(arguments.Text("drive"));
        LanePanel panel = run.LaneOf(arguments).Panel;
        return run.Hold(panel, "hand", drive, Drive.None, to => panel.Hand = to);
    }

    /// <summary>Key and wish first, then the button: a press is the edge that counts.</summary>
    private static Action Ask(ScenarioRun run, Arguments arguments)
    {
        OperatorInputs person = run.IsCabinet ? run.DoorOf(arguments).Operator : run.BayOf(arguments).Operator;
        OperatorRequest request = Choices.Parse<OperatorRequest>(arguments.Text("request"));
        Action end = run.Hold(person, "request", request, OperatorRequest.None, to =>
        {
            person.Request = to;
            person.KeySwitchOn = to != OperatorRequest.None;
            person.ConfirmPressed &= person.KeySwitchOn;
        });
        run.Later(PressMs / 2, () => person.ConfirmPressed = person.KeySwitchOn);
        return end;
    }

    private static Action? CallTechnician(ScenarioRun run, Arguments arguments)
    {
        CabinetTechnician technician = run.Cabinet.Technician;
        int confirmed = technician.Confirmed;
        Action gone = Comes(run, technician, 0);
        technician.Wanted = true;
        run.GoOn(_ =>
        {
            technician.Wanted = technician.Confirmed == confirmed;
            if (technician.Wanted || technician.KeyOn)
            {
                return true;
            }

            gone();
            return false;
        });
        return null;
    }

    private static Action Attend(ScenarioRun run, Arguments arguments)
    {
        long afterMs = arguments.Ms("comes-after");
        if (run.IsCabinet)
        {
            CabinetAttendant attendant = run.Cabinet.Attendant;
            Action end = Comes(run, run.Cabinet.Technician, (int)afterMs);
            end += run.Hold<long?>(attendant, "comes", afterMs, null, toMs => attendant.ComesAfterMs = toMs);
            return end;
        }

        Action[] ends =
        [
            .. run.World.Lanes.Select(lane => run.Hold<long?>(
                lane, "comes", afterMs, null, toMs => lane.Attendant.ComesAfterMs = toMs)),
        ];
        return () => Array.ForEach(ends, end => end());
    }

    private static Action Comes(ScenarioRun run, CabinetTechnician technician, int afterMs) =>
        run.Hold(technician, "comes", afterMs, technician.ComesAfterMs, toMs => technician.ComesAfterMs = toMs);

    private static Action Set(
        ScenarioRun run,
        Arguments arguments,
        string what,
        Action<LanePanel, bool> ofLane,
        Action<CabinetWorld, bool>? ofCabinet)
    {
        if (run.IsCabinet)
        {
            CabinetWorld cabinet = run.Cabinet;
            return run.Hold(cabinet, what, on => ofCabinet!(cabinet, on));
        }

        LanePanel panel = run.LaneOf(arguments).Panel;
        return run.Hold(panel, what, on => ofLane(panel, on));
    }
}
