using Mono.Cecil;

namespace SwapEdge.Tests.Gate;

/// <summary>Who may know whom, and what nobody but a board may name.</summary>
public sealed class LayerTests : IDisposable
{
    private readonly DeviceCode _code = Built.Device();

    public void Dispose() => _code.Dispose();

    [Fact]
    public void Protocol_knows_only_mscorlib_and_no_kind_of_bus_another()
    {
        Assert.Equal(["mscorlib"], References("SwapEdge.Protocol"));
        Assert.All(Built.Protocol.Skip(1), bus => Assert.Equal(
            ["SwapEdge.Protocol", "mscorlib"], References(Path.GetFileNameWithoutExtension(bus))));
    }

    [Fact]
    public void Firmware_knows_only_mscorlib_and_protocol_and_no_kind_of_node() =>
        Assert.Equal(["SwapEdge.Protocol", "mscorlib"], References("SwapEdge.Firmware"));

    [Theory]
    [InlineData("lane")]
    [InlineData("bays")]
    [InlineData("cabinet")]
    public void An_image_has_all_that_its_assemblies_know_and_no_other_kind_of_node(string kind)
    {
        IEnumerable<string> declared = Built.Declarations.Select(f => Path.GetFileNameWithoutExtension(f));
        string[] image = Built.Images[kind];

        Assert.All(image, assembly => Assert.Empty(References(assembly).Except([.. image, .. declared])));
        Assert.All(image.SkipLast(2), assembly => Assert.Contains(
            image, other => References(other).Contains(assembly)));
    }

    [Fact]
    public void Boards_know_what_firmware_knows_and_the_declared_device_api()
    {
        IEnumerable<string> declared = Built.Declarations.Select(f => Path.GetFileNameWithoutExtension(f));
        IEnumerable<string> firmware = Built.Firmware.Select(f => Path.GetFileNameWithoutExtension(f));
        IEnumerable<string> protocol = Built.Protocol.Select(f => Path.GetFileNameWithoutExtension(f));
        string[] drivers = [.. Built.Drivers.Select(f => Path.GetFileNameWithoutExtension(f))];
        string[] allowed = [.. declared, .. protocol, .. firmware, .. drivers];

        IEnumerable<string> boards = Built.Boards.Select(f => Path.GetFileNameWithoutExtension(f));
        Assert.All(boards.Concat(drivers), board => Assert.Empty(References(board).Except(allowed)));
    }

    [Fact]
    public void Drivers_know_of_the_firmware_their_own_kind_of_node_and_those_of_all_boards_none()
    {
        IEnumerable<string> declared = Built.Declarations.Select(f => Path.GetFileNameWithoutExtension(f));
        string[] common = [.. declared, "SwapEdge.Protocol", "SwapEdge.Firmware"];

        Assert.Empty(References("SwapEdge.Boards").Except(common));
        Assert.All(Built.Images.Values, image => Assert.Empty(
            References(image[^1]).Except([.. common, "SwapEdge.Boards", image[^2]])));
    }

    [Fact]
    public void Every_reference_to_mscorlib_is_to_the_version_of_the_device()
    {
        IEnumerable<AssemblyNameReference> references = _code.Assemblies.Select(
            a => a.MainModule.AssemblyReferences.Single(r => r.Name == "mscorlib"));

        Assert.All(references, r => Assert.Equal(new Version(1, 17, 11, 0), r.Version));
    }

    [Fact]
    public void Protocol_and_firmware_never_name_a_thread_a_timer_or_a_clock()
    {
        string[] clocks = ["Thread", "Timer", "DateTime", "TimeSpan", "Stopwatch", "Environment"];
        Assert.All([.. Built.Protocol, .. Built.Firmware], file =>
        {
            ModuleDefinition module = Module(Path.GetFileNameWithoutExtension(file));
            IEnumerable<string> named = module.GetTypeReferences().Select(t => t.Name)
                .Concat(module.GetMemberReferences().Select(m => m.Name).Where(n => n == "Sleep"));

            Assert.Empty(named.Intersect([.. clocks, "Sleep"]));
        });
    }

    private ModuleDefinition Module(string assembly) =>
        _code.Assemblies.Single(a => a.Name.Name == assembly).MainModule;

    private IEnumerable<string> References(string assembly) =>
        Module(assembly).AssemblyReferences.Select(r => r.Name).Order(StringComparer.Ordinal);
}
