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
        new("attendant", "Somebody of the station comes when a lane or cabinet calls, looks and confirms; sends off who "
            + "cannot be served after several of these; takes a pack away where every door of a cabinet is taken.",
            [new("comes-after", ParameterKind.Duration, true, "How long after the call.")], Attend),
        new("safety-chain", "The safety chain opens: an emergency stop, a guard, somebody in the lane.",
            [Parameter.Lane],
            (run, arguments) => Set(run, arguments,
                static (panel, on) => panel.SafetyChainClosed = !on,
                static (cabinet, on) => cabinet.SafetyChainClosed = !on)),
        new("release-refused", "The safety chain does not permit the lock's release.",
            [Parameter.Lane],
            (run, arguments) => Set(run, arguments, static (panel, on) => panel.ReleasePermitted = !on, null))
        {
            Scope = StationScope.Lanes,
        },
        new("fire", "The fire alarm of a lane or cabinet.", [Parameter.Lane],
            (run, arguments) => Set(run, arguments,
                static (panel, on) => panel.FireDetected = on, static (cabinet, on) => cabinet.FireDetected = on)),
    ];

    private static Action Press(ScenarioRun run, Arguments arguments) => arguments.Text("button") switch
    {
        "confirm" => Set(run, arguments,
            static (panel, on) => panel.ConfirmPressed = on, static (cabinet, on) => cabinet.ConfirmPressed = on),
        "abort" => Set(run, arguments,
            static (panel, on) => panel.AbortPressed = on, static (cabinet, on) => cabinet.AbortPressed = on),
        _ => Set(run, arguments, static (panel, on) => panel.DriverAborts = on, null),
    };

    private static Action TurnKey(ScenarioRun run, Arguments arguments)
    {
        bool to = arguments.IsOn("to");
        bool before = run.IsCabinet ? run.Cabinet.KeySwitchOn : run.LaneOf(arguments).Panel.KeySwitchOn;
        return Set(run, arguments,
            (panel, on) => panel.KeySwitchOn = on ? to : before,
            (cabinet, on) => cabinet.KeySwitchOn = on ? to : before);
    }

    private static Action Select(ScenarioRun run, Arguments arguments)
    {
        string to = arguments.Text("position");
        if (run.IsCabinet)
        {
            CabinetWorld cabinet = run.Cabinet;
            string was = Selected(cabinet.ManualSelected, cabinet.MaintenanceSelected, cabinet.ClosedSelected);
            return Turn(to, was, at => (cabinet.ManualSelected, cabinet.MaintenanceSelected, cabinet.ClosedSelected) =
                (at == Manual, at == Maintenance, at == Closed));
        }

        LanePanel panel = run.LaneOf(arguments).Panel;
        string before = Selected(panel.ManualSelected, panel.MaintenanceSelected, panel.ClosedSelected);
        return Turn(to, before, at => (panel.ManualSelected, panel.MaintenanceSelected, panel.ClosedSelected) =
            (at == Manual, at == Maintenance, at == Closed));
    }

    private static Action Turn(string to, string before, Action<string> set)
    {
        set(to);
        return () => set(before);
    }

    private static string Selected(bool manual, bool maintenance, bool closed) =>
        manual ? Manual : maintenance ? Maintenance : closed ? Closed : Automatic;

    private static Action Hold(ScenarioRun run, Arguments arguments)
    {
        Drive drive = Choices.Parse<Drive>(arguments.Text("drive"));
        return Set(run, arguments, (panel, on) => panel.Hand = on ? drive : Drive.None, null);
    }

    /// <summary>Key and wish first, then the button: a press is the edge that counts.</summary>
    private static Action Ask(ScenarioRun run, Arguments arguments)
    {
        OperatorInputs person = run.IsCabinet ? run.DoorOf(arguments).Operator : run.BayOf(arguments).Operator;
        person.KeySwitchOn = true;
        person.Request = Choices.Parse<OperatorRequest>(arguments.Text("request"));
        run.Later(PressMs / 2, () => person.ConfirmPressed = person.KeySwitchOn);
        return () =>
        {
            person.KeySwitchOn = person.ConfirmPressed = false;
            person.Request = OperatorRequest.None;
        };
    }

    private static Action? CallTechnician(ScenarioRun run, Arguments arguments)
    {
        CabinetTechnician technician = run.Cabinet.Technician;
        int confirmed = technician.Confirmed;
        int usualMs = technician.ComesAfterMs;
        technician.ComesAfterMs = 0;
        technician.Wanted = true;
        run.GoOn(_ =>
        {
            technician.Wanted = technician.Confirmed == confirmed;
            technician.ComesAfterMs = technician.Wanted || technician.KeyOn ? 0 : usualMs;
            return technician.Wanted || technician.KeyOn;
        });
        return null;
    }

    private static Action Attend(ScenarioRun run, Arguments arguments)
    {
        long afterMs = arguments.Ms("comes-after");
        if (run.IsCabinet)
        {
            CabinetTechnician technician = run.Cabinet.Technician;
            int usualMs = technician.ComesAfterMs;
            technician.ComesAfterMs = (int)afterMs;
            run.Cabinet.Attendant.ComesAfterMs = afterMs;
            return () =>
            {
                technician.ComesAfterMs = usualMs;
                run.Cabinet.Attendant.ComesAfterMs = null;
            };
        }

        void Comes(long? toMs)
        {
            foreach (SwapLane lane in run.World.Lanes)
            {
                lane.Attendant.ComesAfterMs = toMs;
            }
        }

        Comes(afterMs);
        return () => Comes(null);
    }

    private static Action Set(
        ScenarioRun run, Arguments arguments, Action<LanePanel, bool> ofLane, Action<CabinetWorld, bool>? ofCabinet)
    {
        if (run.IsCabinet)
        {
            CabinetWorld cabinet = run.Cabinet;
            ofCabinet!(cabinet, true);
            return () => ofCabinet(cabinet, false);
        }

        LanePanel panel = run.LaneOf(arguments).Panel;
        ofLane(panel, true);
        return () => ofLane(panel, false);
    }
}
