namespace SwapEdge.Tests.DeviceAdapter;

/// <summary>The device tests on the interpreter that the device has, where that can be had.</summary>
public sealed class NanoclrTests(ITestOutputHelper output)
{
    private const string Sample = """
        Loading nanoCLR v1.16.0.0
        Test passed,this is not a result,1
        Ready.
        3 rows
        Test passed,SwapEdge.DeviceTests.A.B.0,1341
        Test failed,SwapEdge.DeviceTests.A.C.1,Assert.AreEqual failed. Expected:<1>, it seems
        Test skipped,SwapEdge.DeviceTests.A.D.0,no reason
        Done.
        """;

    [Fact]
    public void Device_tests_pass_on_the_runtimes_own_interpreter_and_say_the_same_there()
    {
        string? program = Nanoclr.Find();
        Assert.SkipUnless(
            program is not null,
            "NANOCLR names no interpreter and none is on the PATH; package registries of this project do not have it.");
        IReadOnlyList<string> assemblies = Nanoclr.Assemblies();
        Assert.SkipUnless(
            assemblies.Count > 0, "NANOCLR has nothing to run: no device build of tests/device/device.nfproj is here.");

        string printed = Nanoclr.Run(program!, assemblies);
        IReadOnlyList<LauncherResult> results = LauncherResult.Parse(printed);
        foreach (LauncherResult result in results)
        {
            output.WriteLine($"{result.Outcome} {result.Name} {result.Told}");
        }

        string[] bad = [.. DeviceTestAssembly.Only.Cases.Select(test => Objection(test, results)).OfType<string>()];
        Assert.True(bad.Length == 0, $"{string.Join('\n', bad)}\n\n{printed}");
    }

    [Fact]
    public void Results_are_found_among_what_the_runtime_and_the_tests_write()
    {
        IReadOnlyList<LauncherResult> results = LauncherResult.Parse(Sample.ReplaceLineEndings("\r\n"));

        Assert.Equal(["passed", "failed", "skipped"], results.Select(result => result.Outcome));
        Assert.Equal("SwapEdge.DeviceTests.A.C.1", results[1].Name);
        Assert.Equal("Assert.AreEqual failed. Expected:<1>, it seems", results[1].Told);
        Assert.Equal(["3 rows"], results[0].Lines);
        Assert.Empty(results[1].Lines);
    }

    [Fact]
    public void Assemblies_are_given_behind_those_that_they_refer_to()
    {
        string[] expected =
        [
            "mscorlib.pe", "nanoFramework.Runtime.Native.pe", "nanoFramework.TestFramework.pe", "SwapEdge.Protocol.pe",
            "SwapEdge.Firmware.pe", "SwapEdge.Firmware.Lane.pe", "NFUnitTest.pe", Nanoclr.Launcher,
        ];
        Assert.Equal(expected, Nanoclr.InOrder(expected.Order()));
    }

    /// <summary>What is wrong with a test there, or null. What it writes must be what it writes here.</summary>
    private static string? Objection(DeviceTestCase test, IReadOnlyList<LauncherResult> results)
    {
        if (results.FirstOrDefault(result => result.Name == test.Name) is not { } found)
        {
            return $"{test.Name} was not run";
        }

        if (found.Outcome != "passed")
        {
            return found.Outcome == "skipped" ? null : $"{test.Name} {found.Outcome}: {found.Told}";
        }

        DeviceTestAssembly.Only.TakeLines();
        test.Run();
        string[] here = DeviceTestAssembly.Only.TakeLines();
        return here.SequenceEqual(found.Lines) ? null
            : $"{test.Name} writes there\n{string.Join('\n', found.Lines)}\nand here\n{string.Join('\n', here)}";
    }
}
