using Mono.Cecil;
using Mono.Cecil.Cil;
using SwapEdge.Boards;
using SwapEdge.Tests.Gate;

namespace SwapEdge.Tests.Boards;

public sealed class LinkGroupsTests
{
    [Fact]
    public void A_lane_lets_through_what_its_firmware_reads_and_no_more() =>
        Assert.Equal(ReadBy("SwapEdge.Firmware.Lane"), LinkGroups.OfLane.Order());

    [Fact]
    public void Bays_let_through_what_their_firmware_reads_and_no_more() =>
        Assert.Equal(ReadBy("SwapEdge.Firmware.Bays"), LinkGroups.OfBays.Order());

    /// <summary>The groups of the frames of the station link whose Read an assembly calls.</summary>
    private static uint[] ReadBy(string assembly)
    {
        using DeviceCode code = Built.Device();
        return
        [
            .. code.Instructions
                .Where(one => one.Method.Module.Assembly.Name.Name == assembly)
                .Select(one => one.Instruction.Operand).OfType<MethodReference>()
                .Where(called => called.Name == "Read")
                .Select(called => code.Ours(called.DeclaringType)?.Fields.FirstOrDefault(field => field.Name == "Pgn"))
                .OfType<FieldDefinition>()
                .Select(field => (uint)(int)field.Constant << 8)
                .Distinct().Order(),
        ];
    }
}
