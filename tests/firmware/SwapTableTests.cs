using SwapEdge.Firmware;
using Facts = SwapEdge.Firmware.Fact;

namespace SwapEdge.Tests.Firmware;

/// <summary>
/// The table as a whole: what must hold for every set of facts, tried over all sets that a phase looks at.
/// </summary>
public sealed class SwapTableTests
{
    private static readonly Phase[] AllPhases = Enum.GetValues<Phase>();

    private static readonly Phase[] ActivePhases =
        [.. AllPhases.Where(phase => phase >= Phase.Identifying && phase <= Phase.Withdrawing)];

    [Fact]
    public void Two_rows_of_a_phase_never_overlap()
    {
        Row[] rows = SwapTable.Rows;
        for (int i = 0; i < rows.Length; i++)
        {
            for (int j = i + 1; j < rows.Length; j++)
            {
                bool disjoint = rows[i].From != rows[j].From
                    || (rows[i].Require & rows[j].Forbid) != Facts.None
                    || (rows[j].Require & rows[i].Forbid) != Facts.None;
                Assert.True(disjoint, $"{rows[i].From}: rows {i} and {j} both match some facts");
            }
        }
    }

    [Fact]
    public void No_row_forbids_what_it_requires()
    {
        Assert.All(SwapTable.Rows, row => Assert.Equal(Facts.None, row.Require & row.Forbid));
    }

    [Fact]
    public void Every_normal_row_forbids_MustStop_and_no_other_names_a_fault_of_its_own()
    {
        Assert.All(SwapTable.Rows, row =>
        {
            bool stops = row.Require.HasFlag(Facts.MustStop);
            bool guarded = row.Forbid.HasFlag(Facts.MustStop);
            bool still = row.From is Phase.Releasing or Phase.Stopped;
            Assert.True(stops || guarded || still, $"{row.From} -> {row.To}");
            Assert.True(!stops || row.Fault == Fault.None, $"{row.From} -> {row.To} names {row.Fault}");
        });
    }

    [Fact]
    public void Every_phase_has_an_output_and_a_limit_and_every_moving_one_is_limited()
    {
        Assert.Equal(SwapTable.Phases, AllPhases.Length);
        Assert.Equal(SwapTable.Phases, SwapTable.Outputs.Length);
        SwapProfile profile = new();
        Assert.Null(profile.Check());
        Assert.All(AllPhases.Where(SwapTable.Moves), phase => Assert.True(profile.LimitMs[(int)phase] > 0, $"{phase}"));
    }

    [Fact]
    public void Every_active_phase_has_a_way_out_when_its_limit_is_reached()
    {
        foreach (Phase phase in ActivePhases)
        {
            ForEachSetOfFacts(phase, seen =>
            {
                Facts facts = seen | Facts.PhaseExpired
                    | Facts.PhaseSettled;
                (SwapState next, _) = Step(phase, facts);
                Assert.True(next.Phase != phase, $"{phase} stays for ever with {facts}");
            });
        }
    }

    [Fact]
    public void Nothing_moves_before_its_phase_is_stored()
    {
        foreach (Phase phase in AllPhases)
        {
            ForEachSetOfFacts(phase, seen =>
            {
                (_, SwapOutput output) = Step(phase, seen & ~Facts.PhaseCommitted);
                Assert.Equal(Drive.None, output.Drives & Drive.Motion);
            });
        }
    }

    [Fact]
    public void Nothing_moves_in_the_pass_that_changes_the_phase()
    {
        foreach (Phase phase in AllPhases)
        {
            ForEachSetOfFacts(phase, seen =>
            {
                (SwapState next, SwapOutput output) = Step(phase, seen | Facts.PhaseCommitted);
                bool still = (output.Drives & Drive.Motion) == Drive.None;
                Assert.True(next.Phase == phase || still, $"{phase} -> {next.Phase}");
            });
        }
    }

    [Theory]
    [InlineData(Drive.Unlock, Facts.HoistGrips)]
    [InlineData(Drive.Unlock, Facts.ReleasePermitted)]
    [InlineData(Drive.Unlock, Facts.HighVoltageOff)]
    [InlineData(Drive.Lift, Facts.LockOpen)]
    [InlineData(Drive.Lift, Facts.HoistGrips)]
    [InlineData(Drive.Lock, Facts.ConnectorMated)]
    [InlineData(Drive.Withdraw, Facts.LockClosed)]
    [InlineData(Drive.Withdraw, Facts.ConnectorMated)]
    public void A_drive_is_never_given_without_its_interlock(Drive drive, Facts interlock)
    {
        int given = 0;
        foreach (Phase phase in AllPhases)
        {
            ForEachSetOfFacts(phase, seen =>
            {
                (_, SwapOutput output) = Step(phase, seen | Facts.PhaseCommitted);
                if ((output.Drives & drive) != Drive.None)
                {
                    given++;
                    Assert.True((seen & interlock) != Facts.None, $"{phase} gives {drive} with {seen}");
                }
            });
        }

        Assert.True(given > 0, $"{drive} is never given at all");
    }

    [Fact]
    public void The_vehicle_is_released_only_after_the_pack_was_verified_locked_and_mated()
    {
        Row[] into = [.. SwapTable.Rows.Where(row => row.To == Phase.Releasing)];
        Assert.All(into, row => Assert.Equal(Phase.Withdrawing, row.From));
        Assert.All(into, row => Assert.True(row.Require.HasFlag(
            Facts.LockClosed | Facts.ConnectorMated)));
        Row verified = Assert.Single(SwapTable.Rows, row => row.To == Phase.Withdrawing);
        Assert.Equal(Phase.Verifying, verified.From);
        Assert.True(verified.Require.HasFlag(Facts.LockClosed | Facts.ConnectorMated
            | Facts.PlannedPackSeen | Facts.PackHealthy));
    }

    [Fact]
    public void Every_cause_stops_every_phase_in_which_it_counts()
    {
        foreach (Cause cause in SwapTable.Causes)
        {
            foreach (Phase phase in ActivePhases.Where(phase => phase >= cause.First && phase <= cause.Last))
            {
                ForEachSetOfFacts(phase, seen =>
                {
                    (SwapState next, SwapOutput output) = Step(phase, seen | cause.Fact);
                    bool stopped = next.Phase is Phase.Held or Phase.Stopped;
                    Assert.True(stopped, $"{phase} with {cause.Fact} -> {next.Phase}");
                    Assert.NotEqual(Fault.None, next.Fault);
                    Assert.Equal(Drive.None, output.Drives & Drive.Motion);
                });
            }
        }
    }

    [Fact]
    public void Every_row_is_taken_by_some_facts()
    {
        HashSet<int> taken = [];
        foreach (Phase phase in AllPhases)
        {
            ForEachSetOfFacts(phase, seen => taken.Add(Step(phase, seen).Output.Row));
        }

        Assert.All(Enumerable.Range(0, SwapTable.Rows.Length), index => Assert.True(
            taken.Contains(index), $"row {index} of {SwapTable.Rows[index].From} is never taken"));
    }

    [Fact]
    public void A_step_reads_its_state_and_writes_only_the_next_one()
    {
        SwapState now = new() { Phase = Phase.Locking, EnteredMs = 7, Fault = Fault.LockTimeout };
        SwapState next = new() { Phase = Phase.Stopped, EnteredMs = 1, Fault = Fault.FireDetected };
        SwapMachine.Step(now, Facts.ConnectorMated, 99, next, new SwapOutput());
        Assert.Equal((Phase.Locking, 7L, Fault.LockTimeout), (now.Phase, now.EnteredMs, now.Fault));
        Assert.Equal((Phase.Locking, 7L, Fault.LockTimeout), (next.Phase, next.EnteredMs, next.Fault));
    }

    [Fact]
    public void A_step_allocates_nothing()
    {
        SwapState now = new() { Phase = Phase.Lifting };
        SwapState next = new();
        SwapOutput output = new();
        long allocated = Allocated.ByEachRoundOf(() =>
        {
            for (int i = 0; i < 2_000; i++)
            {
                SwapMachine.Step(now, Facts.LockOpen, i, next, output);
            }
        });
        Assert.Equal(0, allocated);
    }

    private static (SwapState Next, SwapOutput Output) Step(Phase phase, Facts seen)
    {
        SwapState next = new();
        SwapOutput output = new();
        SwapMachine.Step(new SwapState { Phase = phase }, seen, 1000, next, output);
        return (next, output);
    }

    /// <summary>All subsets of the facts that the rows and causes of a phase mention.</summary>
    private static void ForEachSetOfFacts(Phase phase, Action<Facts> visit)
    {
        Facts looked = SwapTable.Rows.Where(row => row.From == phase)
            .Aggregate(Facts.None, (facts, row) => facts | row.Require | row.Forbid);
        looked = SwapTable.Causes.Where(cause => phase >= cause.First && phase <= cause.Last)
            .Aggregate(looked, (facts, cause) => facts | cause.Fact);
        looked &= ~Facts.MustStop;
        ulong mask = (ulong)looked;
        ulong subset = 0;
        do
        {
            visit((Facts)subset);
            subset = (subset - mask) & mask;
        }
        while (subset != 0);
    }
}
