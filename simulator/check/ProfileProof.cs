using System.Diagnostics;
using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>All that is proved of one profile.</summary>
public sealed class ProfileProof
{
    private ProfileProof(SwapProfile profile, SwapTable table, SwapProof steps)
    {
        Name = profile.Name;
        Table = table;
        Steps = steps;
    }

    public string Name { get; }

    public SwapTable Table { get; }

    public SwapProof Steps { get; }

    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    /// <summary>Nothing is broken that is promised, and every row is of use.</summary>
    public bool Holds => Findings.All(finding => finding.Broken is null) && !Steps.Real.Any(real => real.IsBroken)
        && DeadRows.Count == 0;

    public long Spots { get; private set; }

    public long Transitions { get; private set; }

    /// <summary>Readings that the firmware turned into facts.</summary>
    public long Readings { get; private set; }

    /// <summary>Spots from which a person has to clear the machine by hand before the lane is idle again.</summary>
    public int ByHand { get; private set; }

    public double Seconds { get; private set; }

    /// <summary>Rows that nothing takes, in words.</summary>
    public IList<string> DeadRows { get; } = [];

    public static ProfileProof Of(SwapProfile profile, int wrong)
    {
        ArgumentNullException.ThrowIfNull(profile);
        Stopwatch watch = Stopwatch.StartNew();
        SwapTable table = new(profile);
        IPlantModel model = ModelOf(profile);
        SwapProof steps = new(profile, table, model, quick: false);
        ProfileProof proof = new(profile, table, steps);
        Observations observations = new(model, profile, table.Rows, wrong);
        Explorer explorer = new(table, model, new Views(table, observations, new ExpectedWay(profile)), wrong, steps);
        explorer.Run();
        Homecoming home = new(explorer, model);
        home.Run(table);
        proof.Findings =
            [
            TableProof.Disjoint(table), TableProof.Sound(table), TableProof.WayOut(table), TableProof.NoLoop(table),
            .. steps.Steps, home.Finding,
        ];
        proof.Spots = explorer.Spots.Count;
        proof.Transitions = explorer.Transitions;
        proof.Readings = observations.Readings;
        proof.ByHand = home.ByHand;
        for (int i = 0; i < table.Rows.Length; i++)
        {
            if (steps.RowsTaken[i] == 0)
            {
                Row row = table.Rows[i];
                proof.DeadRows.Add($"{row.From} -> {row.To} {row.Fault}: with {row.Require}, without {row.Forbid}");
            }
        }

        proof.Seconds = watch.Elapsed.TotalSeconds;
        return proof;
    }

    public static IPlantModel ModelOf(SwapProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return profile.HasHoist ? new HoistModel(profile) : new CabinetModel();
    }
}
