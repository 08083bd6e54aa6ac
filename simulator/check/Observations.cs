using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>All that a pass may see of each plant in each phase. Made when first asked for.</summary>
public sealed class Observations
{
    private readonly IPlantModel _model;
    private readonly SwapProfile _profile;
    private readonly int _wrong;
    private readonly PhaseLook[] _looks = new PhaseLook[SwapTable.Phases];
    private readonly Dictionary<int, Observed[]> _known = [];
    private readonly Dictionary<(Fact Facts, Letter Truth), Found> _found = [];
    private readonly List<Found> _order = [];
    private readonly LaneReading _reading = new();

    /// <param name="model">The world.</param>
    /// <param name="profile">Whose evidence it is.</param>
    /// <param name="rows">Rows of its table: what no row looks at is not told apart.</param>
    /// <param name="wrong">How many sensors may be wrong at once.</param>
    public Observations(IPlantModel model, SwapProfile profile, IReadOnlyList<Row> rows, int wrong)
    {
        _model = model;
        _profile = profile;
        _wrong = wrong;
        for (int i = 0; i < _looks.Length; i++)
        {
            _looks[i] = new PhaseLook(model, rows, (Phase)i);
        }
    }

    /// <summary>How many readings were turned into facts.</summary>
    public long Readings { get; private set; }

    public PhaseLook Look(Phase phase) => _looks[(int)phase];

    public Observed[] Of(Phase phase, int plant)
    {
        int key = (int)phase << Spot.PlantBits | plant;
        if (!_known.TryGetValue(key, out Observed[]? seen))
        {
            seen = Look(_looks[(int)phase], plant);
            _known.Add(key, seen);
        }

        return seen;
    }

    private Observed[] Look(PhaseLook look, int plant)
    {
        _found.Clear();
        _order.Clear();
        foreach (Letter letter in look.Letters)
        {
            Add(look, plant, letter, WrongSet.None, Read(look, plant, letter, null, null));
            if (letter[Outside.Trouble] == 0 && _wrong > 0)
            {
                AddWrong(look, plant, letter);
            }
        }

        return [.. _order.Select(found => new Observed(found.Facts, found.Letter, [.. found.Wrong])
        {
            Willing = found.Willing,
        })];
    }

    private void AddWrong(PhaseLook look, int plant, Letter letter)
    {
        IReadOnlyList<WrongSensor> sensors = look.Sensors;
        for (int i = 0; i < sensors.Count; i++)
        {
            Add(look, plant, letter, WrongSet.Of(sensors[i].Number), Read(look, plant, letter, sensors[i], null));
            for (int j = 0; j < i && _wrong > 1; j++)
            {
                if (sensors[i].Number != sensors[j].Number)
                {
                    WrongSet both = WrongSet.Of(sensors[i].Number, sensors[j].Number);
                    Add(look, plant, letter, both, Read(look, plant, letter, sensors[i], sensors[j]));
                }
            }
        }
    }

    private Fact Read(PhaseLook look, int plant, Letter letter, WrongSensor? one, WrongSensor? other)
    {
        Readings++;
        _model.Read(plant, letter, look.Phase, _reading);
        other?.Apply(_reading);
        one?.Apply(_reading);
        return LaneFacts.Of(_reading, _profile) & look.Mask;
    }

    private void Add(PhaseLook look, int plant, Letter letter, WrongSet wrong, Fact facts)
    {
        (Fact, Letter) key = (facts, TruthOf(look.Phase, letter));
        if (!_found.TryGetValue(key, out Found? found))
        {
            found = new Found(facts, letter);
            _found.Add(key, found);
            _order.Add(found);
        }

        found.Willing |= wrong == WrongSet.None && letter.IsWilling;
        foreach (WrongSet set in found.Wrong)
        {
            if (set.IsWithin(wrong))
            {
                return;
            }
        }

        found.Wrong.RemoveAll(set => wrong.IsWithin(set));
        found.Wrong.Add(wrong);
    }

    /// <summary>Of the letter only what may do harm in this phase is told apart; the rest is in the facts.</summary>
    internal static Letter TruthOf(Phase phase, Letter letter)
    {
        Letter truth = Letter.Usual;
        foreach (Outside outside in Demands.Really(phase))
        {
            truth = truth.With(outside, letter[outside]);
        }

        return truth;
    }

    private sealed class Found(Fact facts, Letter letter)
    {
        public Fact Facts { get; } = facts;

        public Letter Letter { get; } = letter;

        public List<WrongSet> Wrong { get; } = [];

        public bool Willing { get; set; }
    }
}
