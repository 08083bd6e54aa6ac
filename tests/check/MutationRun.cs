using SwapEdge.Firmware;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Check;

/// <summary>Where the whole table comes to, and what a broken one does there.</summary>
public sealed class MutationRun
{
    private const int Wrong = 1;

    private readonly SwapProfile _profile;
    private readonly IPlantModel _model;
    private readonly Observations _observations;
    private readonly Views _views;
    private readonly Explorer _whole;
    private readonly Dictionary<Phase, List<Spot>> _spots;

    public MutationRun(SwapProfile profile)
    {
        _profile = profile;
        _model = ProfileProof.ModelOf(profile);
        SwapTable table = new(profile);
        _observations = new Observations(_model, profile, table.Rows, Wrong);
        _views = new Views(table, _observations, new ExpectedWay(profile));
        SwapProof proof = new(profile, table, _model, quick: true);
        _whole = new Explorer(table, _model, _views, Wrong, proof);
        _whole.Run();
        Assert.False(proof.HasEnough, "the whole table breaks a property itself");
        _spots = Enumerable.Range(0, _whole.Spots.Count).Select(index => Essence(_whole.Spots[index])).Distinct()
            .GroupBy(spot => spot.Phase).ToDictionary(spots => spots.Key, spots => spots.ToList());
    }

    public IReadOnlyList<Phase> Reached => [.. _spots.Keys.Order()];

    public MutantFate Judge(SwapMutant mutant)
    {
        if (TableProof.Disjoint(mutant.Table).Broken is not null || TableProof.Sound(mutant.Table).Broken is not null
            || TableProof.NoLoop(mutant.Table).Broken is not null)
        {
            return MutantFate.Caught;
        }

        SwapProof proof = new(_profile, mutant.Table, _model, quick: true);
        Explorer broken = new(mutant.Table, _model, _views, Wrong, proof);
        bool differs = false;
        foreach (Spot spot in mutant.Phases.SelectMany(phase => _spots[phase]))
        {
            foreach (Observed seen in _observations.Of(spot.Phase, spot.Plant))
            {
                View view = new(seen);
                _whole.Step(spot, view);
                broken.Step(spot, view);
                if (!IsSame(_whole, broken))
                {
                    differs = true;
                    proof.Stepped(broken, spot, 0, view);
                    if (proof.HasEnough)
                    {
                        return MutantFate.Caught;
                    }
                }
            }
        }

        return differs ? MutantFate.Missed : MutantFate.Same;
    }

    /// <summary>All of a spot that a step can see.</summary>
    private static Spot Essence(Spot spot) =>
        spot.Base with { StoredIdle = false, StoredPack = 1, StoredAborted = false };

    private static bool IsSame(Explorer one, Explorer other) =>
        one.Next.Phase == other.Next.Phase && one.Next.Fault == other.Next.Fault && one.Next.Pack == other.Next.Pack
        && one.Next.Retries == other.Next.Retries && one.Next.Aborted == other.Next.Aborted
        && one.Output.Drives == other.Output.Drives && (one.Output.Row < 0) == (other.Output.Row < 0);
}
