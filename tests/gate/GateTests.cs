using Mono.Cecil;

namespace SwapEdge.Tests.Gate;

/// <summary>The device assemblies hold nothing that compiles and then fails on the device.</summary>
public sealed class GateTests : IDisposable
{
    private const string Root = "SwapEdge.Firmware.Node.Pass";

    private readonly DeviceCode _code = Built.Device();
    private readonly PassAllowances _allowances = PassAllowances.Read(
        Path.Combine(Repository.Root, "tests", "gate", "pass-allowances.txt"));

    private PassAllocation Pass => new(Root, _allowances);

    public void Dispose() => _code.Dispose();

    [Fact]
    public void Device_code_is_refused_nowhere()
    {
        IReadOnlyList<Finding> findings = Gate.Check(_code, Gate.Rules(Pass));

        Assert.True(findings.Count == 0, $"{findings.Count} refused:\n{string.Join('\n', findings)}");
    }

    [Fact]
    public void Device_tests_are_refused_nowhere_and_use_nothing_that_the_device_is_built_without()
    {
        using DeviceCode code = Built.WithDeviceTests();
        IEnumerable<Finding> findings = Gate.Check(code, Gate.Rules(Pass).Where(rule => rule is not PassAllocation))
            .Where(finding => finding.Place.File.StartsWith("tests/device/", StringComparison.Ordinal));
        Assert.Empty(findings);

        HashSet<TypeDefinition> leftOut = DeskOnly.Types(code);
        IEnumerable<TypeDefinition> tests = code.Types.Where(type => type.Module.Assembly.Name.Name == "NFUnitTest");
        Assert.All(tests, type => Assert.DoesNotContain(
            DeskOnly.Uses(type), used => code.Ours(used) is { } own && leftOut.Contains(own)));
    }

    [Fact]
    public void The_pass_is_found_and_reaches_every_kind_of_node_and_the_ports_of_a_board()
    {
        CallGraph calls = new(_code);
        IEnumerable<string> reached = calls.Reachable(_code.Methods.Where(m => CallGraph.Name(m) == Root))
            .Select(CallGraph.Name);

        Assert.Contains("SwapEdge.Firmware.LaneSubjects.ReadVehicle", reached);
        Assert.Contains("SwapEdge.Firmware.BayGroup.Keep", reached);
        Assert.Contains("SwapEdge.Firmware.CabinetDoors.Permit", reached);
        Assert.Contains("SwapEdge.Boards.PinLines.Read", reached);
        Assert.Contains("SwapEdge.Boards.PinHeartbeat.Toggle", reached);
    }

    [Fact]
    public void Every_method_that_may_allocate_in_a_pass_still_needs_to()
    {
        string[] notNeeded = [.. Pass.NotNeeded(_code)];

        Assert.True(notNeeded.Length == 0, "take out of pass-allowances.txt: " + string.Join(", ", notNeeded));
    }

    [Fact]
    public void Every_method_that_may_allocate_in_a_pass_has_a_reason() =>
        Assert.All(_allowances.Reasons, entry => Assert.NotEmpty(entry.Value));
}
