using SwapEdge.Protocol;
using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>Bays, doors and packs.</summary>
public static class PlaceConditions
{
    public static IReadOnlyList<ConditionForm> All { get; } =
    [
        OfPlace("permit", "The node permits charging at a bay or door.",
            new Parameter("permit", ParameterKind.Level, true, "It does, or it does not."), Permitted),
        OfPlace("charging", "Current flows into the pack at a bay or door, in the world.",
            new Parameter("charging", ParameterKind.Level, true, "It does, or it does not."), Charging),
        OfPlace("presence", "What a node believes of a bay or door.",
            Parameter.Choice("presence", "What.", ["empty", "occupied", "unsure"]), Present),
        new("pack", "The pack at a place, in the world.",
            [
                Parameter.At,
                new("charge-above", ParameterKind.Percent, false, "Its charge is above this.")
                {
                    Most = 0.999,
                    Below = "charge-below",
                },
                new("charge-below", ParameterKind.Percent, false, "Its charge is below this.") { Least = 0.001 },
                new("temperature-above", ParameterKind.Temperature, false, "Its hottest cell is above this.")
                {
                    Most = ParameterRange.HottestC,
                },
                new("temperature-below", ParameterKind.Temperature, false, "Its coldest cell is below this."),
                new("insulation-above", ParameterKind.Resistance, false, "Its insulation is above this.")
                {
                    Below = "insulation-below",
                },
                new("insulation-below", ParameterKind.Resistance, false, "Its insulation is below this.") { Least = 1 },
                new("code", ParameterKind.PackCode, false, "It has this code."),
                new("there", ParameterKind.Level, false, "A pack is there at all; yes if not said."),
            ],
            At)
        {
            Against = static (_, arguments) => !arguments.IsOn("there", true) && arguments.Values.Count > 2
                ? "of a pack that is not there nothing else can be so" : null,
        },
    ];

    private static ConditionForm OfPlace(
        string name, string about, Parameter what, Func<ScenarioRun, Arguments, Condition> make) =>
        new(name, about, [what, Parameter.Bay, Parameter.Door], make) { Against = PackActions.NeedsPlace };

    private static PlainCondition Permitted(ScenarioRun run, Arguments arguments)
    {
        bool wanted = arguments.IsOn("permit");
        Func<bool> permitted = run.IsCabinet
            ? () => run.DoorOf(arguments).ChargePermitted : () => run.BayOf(arguments).ChargePermitted;
        return new PlainCondition(
            () => permitted() == wanted,
            () => $"charging at {PlaceOf(run, arguments)} was {(permitted() ? "permitted" : "not permitted")}");
    }

    private static PlainCondition Charging(ScenarioRun run, Arguments arguments)
    {
        bool wanted = arguments.IsOn("charging");
        Func<double> current = run.IsCabinet
            ? () => run.DoorOf(arguments).CurrentA : () => run.BayOf(arguments).Charger.CurrentA;
        return new PlainCondition(
            () => current() > 0 == wanted,
            () => Invariant($"{current():0.0} A flowed at ") + PlaceOf(run, arguments));
    }

    private static PlainCondition Present(ScenarioRun run, Arguments arguments)
    {
        string wanted = arguments.Text("presence");
        int place = ScenarioRun.PlaceOf(arguments);
        string Now()
        {
            BayPresence? presence = run.IsCabinet ? run.SeenDoor(place)?.Presence : run.SeenBay(place)?.Presence;
            return presence switch
            {
                BayPresence.Empty => "empty",
                BayPresence.Occupied => "occupied",
                null => "without a node that has power",
                _ => "unsure",
            };
        }

        return new PlainCondition(() => Now() == wanted, () => $"{PlaceOf(run, arguments)} was {Now()}");
    }

    private static string PlaceOf(ScenarioRun run, Arguments arguments) =>
        (run.IsCabinet ? "door " : "bay ") + Invariant($"{ScenarioRun.PlaceOf(arguments)}");

    private static PlainCondition At(ScenarioRun run, Arguments arguments)
    {
        PackAt at = PackAt.Parse(arguments.Text("pack"))!;
        bool there = arguments.IsOn("there", true);
        bool Fits(Pack pack) =>
            pack.Soc > arguments.Number("charge-above", -1) && pack.Soc < arguments.Number("charge-below", 2)
            && pack.HighestTemperatureC > arguments.Number("temperature-above", double.MinValue)
            && pack.LowestTemperatureC < arguments.Number("temperature-below", double.MaxValue)
            && pack.InsulationKohm > arguments.Count("insulation-above", -1)
            && pack.InsulationKohm < arguments.Count("insulation-below", int.MaxValue)
            && pack.Identity.Code == arguments.Text("code", pack.Identity.Code);
        return new PlainCondition(
            () => run.PackIn(at) is { } pack ? there && Fits(pack) : !there,
            () => run.PackIn(at) is not { } pack ? $"no pack was at {arguments.Text("pack")}"
                : $"at {arguments.Text("pack")} was {pack.Identity.Code} with " + Invariant($"{pack.Soc * 100:0.0} %, ")
                    + Invariant($"{pack.LowestTemperatureC:0.0} to {pack.HighestTemperatureC:0.0} °C, ")
                    + Invariant($"{pack.InsulationKohm} kohm"));
    }
}
