using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>What a phase looks at, and so what has to be tried in it.</summary>
public sealed class PhaseLook
{
    private const Fact ByHand = Fact.ReleasePermitted | Fact.HighVoltageOff | Fact.HoistGrips | Fact.LockOpen
        | Fact.LockClosed | Fact.ConnectorMated | Fact.VehicleUnprepared | Fact.RelayWelded | Fact.HighVoltageOn
        | Fact.LockContradicts | Fact.LockSignalLost | Fact.LockImplausible | Fact.SensorsContradict | Fact.HoistLoaded
        | Fact.HoistRaised | Fact.PackOnVehicle | Fact.DoorsClosed;

    /// <param name="model">The world.</param>
    /// <param name="rows">All rows.</param>
    /// <param name="phase">Whose rows count.</param>
    public PhaseLook(IPlantModel model, IEnumerable<Row> rows, Phase phase)
    {
        ArgumentNullException.ThrowIfNull(model);
        Phase = phase;
        Fact ofRows = rows.Where(row => row.From == phase)
            .Aggregate(Fact.None, (facts, row) => facts | row.Require | row.Forbid);
        Fact causes = SwapCauses.All.Where(cause => cause.Counts(phase))
            .Aggregate(Fact.None, (facts, cause) => facts | cause.Fact);
        Fact people = (ofRows & Fact.MayGoOn) != Fact.None ? Fact.ManualSelected | Fact.Confirmed : Fact.None;
        ofRows |= people | Demands.Of(phase);
        Fact alone = causes | (phase == Phase.Maintenance ? ByHand : Fact.None);
        Mask = (ofRows & ~SwapMachine.Derived) | alone | SwapCauses.Aborts | SwapCauses.Emergencies;
        Letters = LettersOf(model, ofRows, alone, phase);
        Sensors = [.. model.Sensors.Where(sensor => (sensor.Touches & Mask) != Fact.None)];
    }

    public Phase Phase { get; }

    /// <summary>Facts on which rows, causes or demands of the phase depend.</summary>
    public Fact Mask { get; }

    /// <summary>The usual one first.</summary>
    public IReadOnlyList<Letter> Letters { get; }

    public IReadOnlyList<WrongSensor> Sensors { get; }

    /// <summary>
    /// All combinations of what rows look at; what only stops, only matters by hand or is only really wrong: one at
    /// a time.
    /// </summary>
    private static List<Letter> LettersOf(IPlantModel model, Fact ofRows, Fact others, Phase phase)
    {
        List<Letter> letters = [Letter.Usual];
        List<Letter> single = [];
        for (int i = 0; i < Letter.Outsides; i++)
        {
            Outside outside = (Outside)i;
            Fact touches = model.Touches(outside);
            int options = model.Options(outside);
            bool alone = outside == Outside.Trouble || (touches & ofRows) == Fact.None;
            bool matters = (touches & (ofRows | others)) != Fact.None || outside == Outside.Trouble
                || Demands.Really(phase).Contains(outside);
            if (!matters)
            {
                continue;
            }

            IEnumerable<int> unusual = Enumerable.Range(1, options - 1);
            if (outside == Outside.Person)
            {
                unusual = Distinct(unusual, ofRows);
            }

            if (alone)
            {
                single.AddRange(People(phase).SelectMany(
                    people => unusual.Select(option => people.With(outside, option))));
            }
            else
            {
                letters.AddRange(
                    [.. letters.SelectMany(letter => unusual.Select(option => letter.With(outside, option)))]);
            }
        }

        if (phase is Phase.Held or Phase.Stopped)
        {
            // Who only watches does so at an open station and at a closed one.
            letters.RemoveAll(letter => letter.With(Outside.Service, 0) != Letter.Usual && letter[Outside.Person]
                is not ((int)Person.Confirms or (int)Person.MaintenanceConfirms));
        }

        return [.. letters, .. single];
    }

    /// <summary>Beside whom a reason to stop is tried: those who keep the phase, those who confirm.</summary>
    private static IReadOnlyList<Letter> People(Phase phase)
    {
        Letter confirms = Letter.Usual.With(Outside.Person, (int)Person.Confirms);
        Letter maintenance = Letter.Usual.With(Outside.Person, (int)Person.Maintenance);
        Letter enters = Letter.Usual.With(Outside.Person, (int)Person.MaintenanceConfirms);
        return phase switch
        {
            Phase.Maintenance => [maintenance, Letter.Usual],
            Phase.OutOfService =>
                [Letter.Usual.With(Outside.Service, 1), enters.With(Outside.Service, 1), Letter.Usual],
            Phase.Idle => [Letter.Usual, enters, enters.With(Outside.Service, 1)],
            Phase.Held or Phase.Stopped => [Letter.Usual, confirms, enters],
            _ => [Letter.Usual],
        };
    }

    /// <summary>Of the people those that differ in what is looked at.</summary>
    private static IEnumerable<int> Distinct(IEnumerable<int> people, Fact looked)
    {
        LaneReading reading = new();
        Fact Of(int person)
        {
            PanelReading.Fill(Letter.Usual.With(Outside.Person, person), reading);
            Fact seen = LaneFacts.Of(reading, new SwapProfile());
            bool may = (seen & Fact.ManualSelected) == Fact.None || (seen & Fact.Confirmed) != Fact.None;
            return (seen | (may ? Fact.MayGoOn : Fact.None)) & looked & ~Fact.ManualSelected;
        }

        Fact usual = Of((int)Person.Watches);
        return people.Where(person => Of(person) != usual).DistinctBy(Of);
    }
}
