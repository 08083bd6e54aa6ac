using SwapEdge.Firmware;
using SwapEdge.Simulator;
using Facts = SwapEdge.Firmware.Fact;

namespace SwapEdge.Tests.Firmware;

/// <summary>
/// The table as a whole: what must hold for every set of facts, tried over all sets that a phase looks at.
/// </summary>
public sealed class SwapTableTests
{
    private static readonly Phase[] AllPhases = Enum.GetValues<Phase>();

    private static readonly SwapProfile[] Profiles =
    [
        TopLiftTruck.Profile(), TopLiftTruck.WithPacks(3), BottomSwapCar.Profile(), BatteryCabinet.Profile(),
        WheelLoader.Profile(), PortTractor.Profile(),
    ];

    public static TheoryData<string> Names => [.. Profiles.Select(profile => profile.Name)];

    private static SwapTable TableOf(string name) => new(Profiles.Single(profile => profile.Name == name));

    /// <summary>The steps of a profile: phases that have a limit.</summary>
    private static IEnumerable<Phase> StepsOf(SwapTable table) =>
        AllPhases.Where(phase => table.LimitMs[(int)phase] > 0);

    [Theory]
    [MemberData(nameof(Names))]
    public void Two_rows_of_a_phase_never_overlap(string profile)
    {
        SwapTable table = TableOf(profile);
        Row[] rows = table.Rows;
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

    [Theory]
    [MemberData(nameof(Names))]
    public void No_row_forbids_what_it_requires(string profile)
    {
        SwapTable table = TableOf(profile);
        Assert.All(table.Rows, row => Assert.Equal(Facts.None, row.Require & row.Forbid));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_normal_row_forbids_MustStop_and_no_other_names_a_fault_of_its_own(string profile)
    {
        SwapTable table = TableOf(profile);
        Assert.All(table.Rows, row =>
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
        Assert.All(Profiles, profile => Assert.Null(profile.Flaw()));
        Assert.All(AllPhases.Where(SwapTable.Moves), phase => Assert.Contains(
            Profiles, profile => new SwapTable(profile).LimitMs[(int)phase] > 0));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_active_phase_has_a_way_out_when_its_limit_is_reached(string profile)
    {
        SwapTable table = TableOf(profile);
        foreach (Phase phase in StepsOf(table))
        {
            ForEachSetOfFacts(table, phase, seen =>
            {
                Facts facts = seen | Facts.PhaseExpired
                    | Facts.PhaseSettled;
                if (SwapCauses.Of(phase, facts) != Fault.None && !facts.HasFlag(Facts.MustStop))
                {
                    // The step never derives this.
                    return;
                }

                (_, SwapOutput output) = Step(table, phase, facts);
                Assert.True(output.Row >= 0, $"{phase} stays for ever with {facts}");
            });
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_moves_before_its_phase_is_stored(string profile)
    {
        SwapTable table = TableOf(profile);
        foreach (Phase phase in AllPhases)
        {
            ForEachSetOfFacts(table, phase, seen =>
            {
                (_, SwapOutput output) = Step(table, phase, seen & ~Facts.PhaseCommitted);
                Assert.Equal(Drive.None, output.Drives & Drive.Motion);
            });
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_moves_in_the_pass_that_changes_the_phase(string profile)
    {
        SwapTable table = TableOf(profile);
        foreach (Phase phase in AllPhases)
        {
            ForEachSetOfFacts(table, phase, seen =>
            {
                (SwapState next, SwapOutput output) = Step(table, phase, seen | Facts.PhaseCommitted);
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
        SwapTable table = TableOf("top-lift-truck");
        foreach (Phase phase in AllPhases)
        {
            ForEachSetOfFacts(table, phase, seen =>
            {
                (_, SwapOutput output) = Step(table, phase, seen | Facts.PhaseCommitted);
                if ((output.Drives & drive) != Drive.None)
                {
                    given++;
                    Assert.True((seen & interlock) != Facts.None, $"{phase} gives {drive} with {seen}");
                }
            });
        }

        Assert.True(given > 0, $"{drive} is never given at all");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_vehicle_is_released_only_after_the_pack_was_verified_locked_and_mated(string profile)
    {
        SwapTable table = TableOf(profile);
        bool hoist = table.LimitMs[(int)Phase.Withdrawing] > 0;
        Row[] into = [.. table.Rows.Where(row => row.To == Phase.Releasing)];
        Assert.NotEmpty(into);
        Row[] verified = [.. table.Rows.Where(row => row.To == Phase.Withdrawing && row.From != row.To)];
        Assert.Equal(hoist ? 1 : 0, verified.Length);
        Assert.All(into.Where(_ => hoist), row =>
        {
            Assert.Equal(Phase.Withdrawing, row.From);
            Assert.True(row.Require.HasFlag(Facts.LockClosed | Facts.ConnectorMated));
        });
        Assert.All(into.Where(_ => !hoist), row => Assert.True(row.Require.HasFlag(Facts.DoorsClosed)));
        Assert.All(verified, row =>
        {
            Assert.Equal(Phase.Verifying, row.From);
            Assert.True(row.Require.HasFlag(
                Facts.LockClosed | Facts.ConnectorMated | Facts.RightPackSeen | Facts.PackHealthy));
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_cause_stops_every_phase_in_which_it_counts(string profile)
    {
        SwapTable table = TableOf(profile);
        foreach (Cause cause in SwapCauses.All)
        {
            foreach (Phase phase in StepsOf(table).Where(cause.Counts))
            {
                SwapState now = new() { Phase = phase };
                SwapState next = new();
                SwapOutput output = new();
                ForEachSetOfFacts(table, phase, seen =>
                {
                    SwapMachine.Step(table, now, seen | cause.Fact, 1000, next, output);
                    Assert.True(next.Phase is Phase.Held or Phase.Stopped, $"{phase} with {cause.Fact}: {next.Phase}");
                    Assert.NotEqual(Fault.None, next.Fault);
                    Assert.Equal(Drive.None, output.Drives & Drive.Motion);
                });
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_row_is_taken_by_some_facts(string profile)
    {
        SwapTable table = TableOf(profile);
        HashSet<int> taken = [];
        foreach (Phase phase in AllPhases)
        {
            ForEachSetOfFacts(table, phase, seen => taken.Add(Step(table, phase, seen).Output.Row));
        }

        Assert.All(Enumerable.Range(0, table.Rows.Length), index => Assert.True(
            taken.Contains(index), $"row {index} of {table.Rows[index].From} is never taken"));
    }

    [Fact]
    public void A_step_reads_its_state_and_writes_only_the_next_one()
    {
        SwapState now = new() { Phase = Phase.Locking, EnteredMs = 7, Fault = Fault.LockTimeout };
        SwapState next = new() { Phase = Phase.Stopped, EnteredMs = 1, Fault = Fault.FireDetected };
        SwapMachine.Step(new SwapTable(Profiles[0]), now, Facts.ConnectorMated, 99, next, new SwapOutput());
        Assert.Equal((Phase.Locking, 7L, Fault.LockTimeout), (now.Phase, now.EnteredMs, now.Fault));
        Assert.Equal((Phase.Locking, 7L, Fault.LockTimeout), (next.Phase, next.EnteredMs, next.Fault));
    }

    [Fact]
    public void A_step_allocates_nothing()
    {
        SwapTable table = new(Profiles[0]);
        SwapState now = new() { Phase = Phase.Lifting };
        SwapState next = new();
        SwapOutput output = new();
        long allocated = Allocated.ByEachRoundOf(() =>
        {
            for (int i = 0; i < 2_000; i++)
            {
                SwapMachine.Step(table, now, Facts.LockOpen, i, next, output);
            }
        });
        Assert.Equal(0, allocated);
    }

    private static (SwapState Next, SwapOutput Output) Step(SwapTable table, Phase phase, Facts facts)
    {
        SwapState next = new();
        SwapOutput output = new();
        SwapMachine.Take(table, new SwapState { Phase = phase }, facts, 1000, next, output);
        return (next, output);
    }

    /// <summary>All subsets of the facts that the rows of a phase mention, derived ones included.</summary>
    private static void ForEachSetOfFacts(SwapTable table, Phase phase, Action<Facts> visit)
    {
        Facts looked = table.Rows.Where(row => row.From == phase)
            .Aggregate(Facts.None, (facts, row) => facts | row.Require | row.Forbid);
        ulong mask = (ulong)looked;
        ulong subset = 0;
        do
        {
            Facts facts = (Facts)subset;
            if (facts.HasFlag(Facts.MustStop) || !facts.HasFlag(Facts.Emergency))
            {
                visit(facts);
            }

            subset = (subset - mask) & mask;
        }
        while (subset != 0);
    }
}
