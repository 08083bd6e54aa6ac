namespace SwapEdge.Simulator;

/// <summary>Vehicles, their drivers, and customers of a cabinet.</summary>
public static class VehicleActions
{
    public static IReadOnlyList<ActionForm> All { get; } =
    [
        new("arrive", "Somebody comes, as soon as whoever was there has gone.",
            [
                new("vehicle", ParameterKind.Vehicle, false, "VIN, tag or card; the one of the story if not said."),
                new("known", ParameterKind.Level, false, "The station may serve it; yes if not said."),
                new("charge", ParameterKind.Percent, false, "Of the pack that it brings."),
                new("temperature", ParameterKind.Temperature, false, "Of the pack that it brings."),
                new("code", ParameterKind.PackCode, false, "Of the pack that it brings."),
                Parameter.Choice(
                    "mistake",
                    "What the driver or customer does wrong.",
                    [.. Choices.Of(DriverHabit.None).Union(Choices.Of(CabinetMistake.None), StringComparer.Ordinal)],
                    required: false) with
                {
                    Of = Arrival.Mistakes,
                },
                Parameter.Lane,
            ],
            Arrive)
        {
            Lasts = false,
        },
        new("driver", "The driver who should sit still does something.",
            [Parameter.Choice("does", "What.", Choices.Of(DriverMistake.None)), Parameter.Lane],
            (run, arguments) =>
            {
                Truck truck = run.LaneOf(arguments).Truck;
                DriverMistake does = Choices.Parse<DriverMistake>(arguments.Text("does"));
                return OfVisit(run, truck, truck, "mistake", does, DriverMistake.None, to => truck.Mistake = to);
            })
        {
            Scope = StationScope.Lanes,
        },
        new("drives-off", "The driver drives off, told or not.", [Parameter.Lane],
            (run, arguments) =>
            {
                run.LaneOf(arguments).Truck.Leave(run.NowMs);
                return null;
            })
        {
            Scope = StationScope.Lanes,
            Lasts = false,
        },
        new("read-as", "Another vehicle is read instead of the one in the lane: by its computer, or by its tag.",
            [new("vehicle", ParameterKind.Vehicle, true, "Its VIN or tag."), Parameter.Lane],
            (run, arguments) =>
            {
                Truck truck = run.LaneOf(arguments).Truck;
                string vehicle = arguments.Text("vehicle");
                return OfVisit<string?>(run, truck, truck, "read as", vehicle, null, to => truck.ReadAs = to);
            })
        {
            Scope = StationScope.Lanes,
        },
        new("relays-stick", "The main relays of the packs on a vehicle stay closed, whatever anybody wants.",
            [Parameter.Lane],
            (run, arguments) =>
            {
                Truck truck = run.LaneOf(arguments).Truck;
                return OfVisit(run, truck, truck, "relays", true, false, on => truck.RelaysStickClosed = on);
            })
        {
            Scope = StationScope.Lanes,
        },
    ];

    /// <summary>Keeps something of a vehicle otherwise while it is there: with the next it is as it is.</summary>
    internal static Action OfVisit<T>(
        ScenarioRun run, Truck truck, object of, string what, T value, T before, Action<T> set)
    {
        int visit = truck.VisitsBefore;
        return run.Hold((of, visit), what, value, before, to =>
        {
            if (truck.VisitsBefore == visit)
            {
                set(to);
            }
        });
    }

    private static Action? Arrive(ScenarioRun run, Arguments arguments)
    {
        StoredPack pack = new()
        {
            Charge = arguments.Has("charge") ? arguments.Number("charge") : null,
            TemperatureC = arguments.Has("temperature") ? arguments.Number("temperature") : null,
            Code = arguments.Has("code") ? arguments.Text("code") : null,
        };
        run.Station.Expect(new Arrival
        {
            Vehicle = arguments.Has("vehicle") ? arguments.Text("vehicle") : null,
            Lane = arguments.Count("lane", 1),
            AtMs = run.NowMs,
            Packs = [pack],
            Mistake = arguments.Text("mistake", ""),
        });
        return null;
    }
}
