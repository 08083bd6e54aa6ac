using SwapEdge.Simulator;

namespace SwapEdge.Tests.Simulator;

/// <summary>
/// A record that one process made is replayed by another that is as different as one machine allows, and the other
/// makes the same record itself: in another folder, language, time zone, with another compiler of the runtime, without
/// the processor's vectors, on one core, in little memory.
/// </summary>
public sealed class OtherMachineTests(OtherFolder folder) : IClassFixture<OtherFolder>
{
    private const string Scenario = "other.yaml";

    /// <summary>Weather, packs that are charged, ice, a swap: as many numbers of the world as can be had at once.
    /// </summary>
    private const string Text = """
        scenario: A truck is swapped in the cold, over a power cut.
        claim: Another machine does the same.
        station: { kind: truck, ambient: -12 °C }
        arrivals: [ { at: 20 s, packs: [ { charge: 18 %, temperature: -9 °C } ] } ]
        happens:
          - { at: 15 s, do: power-cut, node: bays-1, for: 3 s }
          - { at: 30 s, do: lock-iced, point: 1, tries: 1 }
        expect:
          - never: { phase: stopped }
        until: { time: 4 min }
        """;

    private static readonly Lazy<byte[]> Here = new(Record);

    [Theory]
    [InlineData("this folder")]
    [InlineData("another, with a long name")]
    [InlineData("German", "LANG=de_DE.UTF-8")]
    [InlineData("Turkish", "LANG=tr_TR.UTF-8")]
    [InlineData("Chinese", "LANG=zh_CN.UTF-8")]
    [InlineData("Persian, in Kathmandu", "LANG=fa_IR.UTF-8", "TZ=Asia/Kathmandu")]
    [InlineData("the best code at once", "DOTNET_TieredCompilation=0")]
    [InlineData("code that is never improved", "DOTNET_TieredPGO=0", "DOTNET_TC_QuickJitForLoops=1",
        "DOTNET_OSR_HitLimit=0", "DOTNET_TC_BackgroundWorkerTimeoutMs=600000")]
    [InlineData("a processor without vectors", "DOTNET_EnableHWIntrinsic=0")]
    [InlineData("one core, in little memory", "DOTNET_PROCESSOR_COUNT=1", "DOTNET_GCHeapHardLimit=0x8000000")]
    public void A_record_is_replayed_bit_for_bit_and_made_again_with(string place, params string[] environment)
    {
        string name = place.StartsWith("another", StringComparison.Ordinal) ? folder.LongPath : folder.Path;
        string record = Path.Combine(name, "here.record");
        string again = Path.Combine(name, "there.record");
        File.WriteAllBytes(record, Here.Value);
        File.WriteAllText(Path.Combine(name, Scenario), Text);

        (int exitCode, string error) = folder.Run(name, environment, "replay", "here.record");
        Assert.True(exitCode == ExitCode.Passed, error);
        Assert.Contains("All the same.", error, StringComparison.Ordinal);

        (exitCode, error) = folder.Run(name, environment, "run", Scenario, "--seed", "7", "--record", "there.record");
        Assert.True(exitCode == ExitCode.Passed, error);
        byte[] there = File.ReadAllBytes(again);
        int differs = Recording.Unpacked(Here.Value).AsSpan().CommonPrefixLength(Recording.Unpacked(there));
        Assert.True(differs == Recording.Unpacked(there).Length, $"the records part at byte {differs}");
    }

    [Fact]
    public void A_record_of_half_a_gigabyte_is_read_in_less_than_100_MB()
    {
        const int Blocks = 4096;
        string big = Path.Combine(folder.Path, "big.record");
        byte[] record = Here.Value;
        using (FileStream file = File.Create(big))
        {
            file.Write(record.AsSpan(0, Recording.Blocks(record)[0]));
            file.Write(Recording.Pack([0, 1, (byte)'x']));

            // Node 0 passes, at the same time as before, and was given nothing; what follows is of that turn.
            byte[] turn = [2, 2, 0, 0, 0x80, 0x80, 0x08, .. new byte[128 * 1024]];
            byte[] block = Recording.Pack(turn);
            for (int i = 0; i < Blocks; i++)
            {
                file.Write(block);
            }
        }

        string[] small = ["DOTNET_GCHeapHardLimit=0x6400000"];
        (int exitCode, string error) = folder.Run(folder.Path, small, "replay", "big.record", "--node", "y");
        Assert.Equal(ExitCode.WrongInput, exitCode);
        Assert.Contains("no node 'y': there are x", error, StringComparison.Ordinal);
    }

    private static byte[] Record()
    {
        DirectoryInfo here = Directory.CreateTempSubdirectory("here-");
        try
        {
            string scenario = Path.Combine(here.FullName, Scenario);
            string record = Path.Combine(here.FullName, "here.record");
            File.WriteAllText(scenario, Text);
            (int exitCode, string output, string error) =
                CliRun.Of("run", scenario, "--seed", "7", "--record", record);
            Assert.True(exitCode == ExitCode.Passed, output + error);
            return File.ReadAllBytes(record);
        }
        finally
        {
            here.Delete(recursive: true);
        }
    }
}
