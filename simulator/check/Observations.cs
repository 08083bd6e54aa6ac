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
    private readonly List<(Letter Several, Fact Right, Fact[] Alone)> _shown = [];
    private readonly LaneReading _reading = new();
    private readonly Fact[] _alone;

    /// <param name="model">The world.</param>
    /// <param name="profile">Whose evidence it is.</param>
    /// <param name="rows">Rows of its table: what no row looks at is not told apart.</param>
    /// <param name="wrong">How many sensors may be wrong at once.</param>
    public Observations(IPlantModel model, SwapProfile profile, IReadOnlyList<Row> rows, int wrong)
    {
        _model = model;
        _profile = profile;
        _wrong = wrong;
        _alone = new Fact[model.Sensors.Count];
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
        _shown.Clear();
        foreach (Letter letter in look.Letters)
        {
            Fact right = Read(look, plant, letter, null, null);
            Add(look, letter, WrongSet.None, right);
            if (letter[Outside.Trouble] == 0 && _wrong > 0)
            {
                ReadAlone(look, plant, letter);
                if (_wrong > 1 && IsNew(look, letter, right))
                {
                    AddPairs(look, plant, letter, right);
                }
            }
        }

        return [.. _order.Select(found => new Observed(found.Facts, found.Letter, [.. found.Wrong])
        {
            Willing = found.Willing,
        })];
    }

    private void ReadAlone(PhaseLook look, int plant, Letter letter)
    {
        for (int i = 0; i < look.Sensors.Count; i++)
        {
            _alone[i] = Read(look, plant, letter, look.Sensors[i], null);
            Add(look, letter, WrongSet.Of(look.Sensors[i].Number), _alone[i]);
        }
    }

    /// <summary>
    /// False when another letter has shown the same with every sensor wrong alone: it shows the same with two wrong. In
    /// what several sensors see together letters are told apart in any case.
    /// </summary>
    private bool IsNew(PhaseLook look, Letter letter, Fact right)
    {
        Letter several = TruthOf(look.Phase, letter).With(Outside.LockPicture, letter[Outside.LockPicture])
            .With(Outside.Vehicle, letter[Outside.Vehicle]).With(Outside.HighVoltage, letter[Outside.HighVoltage])
            .With(Outside.Bus, letter[Outside.Bus]);
        Span<Fact> alone = _alone.AsSpan(0, look.Sensors.Count);
        foreach ((Letter other, Fact otherRight, Fact[] otherAlone) in _shown)
        {
            if (other == several && otherRight == right && alone.SequenceEqual(otherAlone))
            {
                return false;
            }
        }

        _shown.Add((several, right, alone.ToArray()));
        return true;
    }

    /// <summary>Two that touch different facts are put together from what each does alone.</summary>
    private void AddPairs(PhaseLook look, int plant, Letter letter, Fact right)
    {
        for (int i = 0; i < look.Sensors.Count; i++)
        {
            WrongSensor one = look.Sensors[i];
            for (int j = 0; j < i; j++)
            {
                WrongSensor other = look.Sensors[j];
                bool apart = (one.Touches & other.Touches) == Fact.None;
                bool idle = apart && (_alone[i] == right || _alone[j] == right);
                if (idle || one.Number == other.Number)
                {
                    continue;
                }

                Fact both = apart
                    ? (_alone[i] & ~other.Touches) | (_alone[j] & other.Touches)
                    : Read(look, plant, letter, one, other);
                if (both != right && both != _alone[i] && both != _alone[j])
                {
                    // Otherwise fewer wrong sensors have shown it.
                    Add(look, letter, WrongSet.Of(one.Number, other.Number), both);
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

    private void Add(PhaseLook look, Letter letter, WrongSet wrong, Fact facts)
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
