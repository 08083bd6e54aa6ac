using SwapEdge.Firmware;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Check;

/// <summary>
/// A table broken at one place is caught by a property of <c>swapsim check</c>, or it is shown to do the same in every
/// state that is reached, with up to one wrong sensor and under everything that can be seen there.
/// </summary>
public sealed class SwapMutationTests(ITestOutputHelper output)
{
    private const string Folder = "tests/check";

    [Theory]
    [InlineData("truck")]
    [InlineData("cabinet")]
    public void A_table_broken_at_one_place_is_caught_or_does_the_same_everywhere(string name)
    {
        Func<SwapProfile> profile = name == "truck" ? () => TopLiftTruck.WithPacks(2) : BatteryCabinet.Profile;
        MutationRun run = new(profile());
        SwapMutant[] mutants = [.. new SwapMutants(profile, run.Reached).All()];
        List<string> same = [];
        List<string> missed = [];
        foreach (SwapMutant mutant in mutants)
        {
            MutantFate fate = run.Judge(mutant);
            if (fate != MutantFate.Caught)
            {
                (fate == MutantFate.Same ? same : missed).Add(mutant.Name);
            }
        }

        int caught = mutants.Length - same.Count - missed.Count;
        output.WriteLine($"{name}: {mutants.Length} tried, {caught} caught, {same.Count} the same");
        Assert.True(missed.Count == 0, $"{missed.Count} not caught:\n{string.Join('\n', missed)}");
        Compare(Path.Combine(Repository.Root, Folder, $"same_{name}.txt"), same);
    }

    [Theory]
    [InlineData(Drive.Unlock, Fact.ReleasePermitted | Fact.HighVoltageOff | Fact.HoistGrips)]
    [InlineData(Drive.Lift, Fact.LockOpen | Fact.HoistGrips)]
    [InlineData(Drive.Place, Fact.LockOpen | Fact.HoistGrips)]
    [InlineData(Drive.Lock, Fact.ConnectorMated)]
    [InlineData(Drive.Withdraw, Fact.LockClosed | Fact.ConnectorMated)]
    public void By_hand_a_drive_needs_each_fact_of_its_interlock(Drive drive, Fact needed)
    {
        Assert.Equal(drive, Interlocks.ByHand(drive, needed));
        for (ulong bit = 1; bit != 0; bit <<= 1)
        {
            if (((ulong)needed & bit) != 0)
            {
                Assert.Equal(Drive.None, Interlocks.ByHand(drive, needed & ~(Fact)bit));
            }
        }

        Fact[] refused =
        [
            Fact.VehicleUnprepared, Fact.RelayWelded, Fact.HighVoltageOn, Fact.LockContradicts, Fact.LockSignalLost,
            Fact.LockImplausible, Fact.SensorsContradict,
        ];
        Assert.All(refused, fact => Assert.Equal(Drive.None, Interlocks.ByHand(drive, needed | fact)));
    }

    private static void Compare(string path, List<string> same)
    {
        string text = string.Concat(same.Select(line => line + "\n"));
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            File.WriteAllText(path, text);
        }

        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), text);
    }
}
