using System.Reflection;
using Mono.Cecil;

namespace SwapEdge.Tests.DeviceAdapter;

/// <summary>The device tests, run here; each is a case by its name.</summary>
public sealed class DeskTests(ITestOutputHelper output)
{
    public static IEnumerable<TheoryDataRow<string>> Names() => DeviceTestAssembly.Only.Cases.Select(
        test => new TheoryDataRow<string>(test.Name) { TestDisplayName = $"On the desk: {test.Name}" });

    [Theory]
    [MemberData(nameof(Names))]
    public void A_device_test_passes_on_the_desk(string name)
    {
        DeviceTestAssembly.Only.TakeLines();
        string? skipped;
        try
        {
            skipped = DeviceTestAssembly.Only.Cases.Single(test => test.Name == name).Run();
        }
        finally
        {
            Array.ForEach(DeviceTestAssembly.Only.TakeLines(), output.WriteLine);
        }

        Assert.SkipWhen(skipped is not null, skipped ?? "");
    }

    [Fact]
    public void A_device_test_that_fails_or_is_skipped_says_why()
    {
        Exception failed = Assert.ThrowsAny<Exception>(() => Framework("AreEqual", 1, 2, "why").Run());
        Assert.Equal("Assert.AreEqual failed. Expected:<1>. Actual:<2>. why", failed.Message);
        Assert.Equal("no chip", Framework("SkipTest", "no chip").Run());
    }

    [Fact]
    public void Every_device_test_can_be_called_without_an_object() => Assert.All(
        DeviceTestAssembly.Only.Cases, test => Assert.True(test.Method is { IsStatic: true, ReturnType.Name: "Void" }));

    [Fact]
    public void Nothing_but_a_device_test_is_public_in_its_class() => Assert.All(
        DeviceTestAssembly.Only.Cases.Select(test => test.Method.DeclaringType!).Distinct(),
        type => Assert.All(
            type.GetMethods().Where(method => method.DeclaringType == type),
            method => Assert.Contains(DeviceTestAssembly.Only.Cases, test => test.Method == method)));

    [Fact]
    public void Device_tests_name_no_assembly_that_the_runtimes_host_lacks()
    {
        string[] there = ["mscorlib", "nanoFramework.Runtime.Native", "nanoFramework.TestFramework"];
        using ModuleDefinition module = ModuleDefinition.ReadModule(
            DeviceTestAssembly.Only.Cases[0].Method.Module.FullyQualifiedName);
        IEnumerable<string> foreign = module.AssemblyReferences.Select(reference => reference.Name)
            .Where(name => !name.StartsWith("SwapEdge.", StringComparison.Ordinal));

        Assert.Empty(foreign.Except(there));
        Assert.DoesNotContain(module.AssemblyReferences, reference => reference.Name == "SwapEdge.Boards");
    }

    /// <summary>A member of the device's Assert as if it were a test.</summary>
    private static DeviceTestCase Framework(string member, params object[] data) => new(
        DeviceTestAssembly.Only.LoadFromAssemblyName(new AssemblyName("nanoFramework.TestFramework"))
            .GetType("nanoFramework.TestFramework.Assert")!
            .GetMethod(member, [.. data.Select(value => value.GetType())])!,
        0, data);
}
