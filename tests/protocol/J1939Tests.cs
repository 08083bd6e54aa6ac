using SwapEdge.Protocol;

namespace SwapEdge.Tests.Protocol;

public class J1939Tests
{
    [Theory]
    [InlineData(0x182756F4u, 6, 0x2700, 0x56, 0xF4)]
    [InlineData(0x1CECF456u, 7, 0xEC00, 0xF4, 0x56)]
    [InlineData(0x081E56F4u, 2, 0x1E00, 0x56, 0xF4)]
    [InlineData(0x18FFF8A7u, 6, 0xFFF8, 0xFF, 0xA7)]
    public void Identifier_is_taken_apart_and_put_together(uint id, int priority, int pgn, int destination, int source)
    {
        Assert.Equal(priority, J1939.Priority(id));
        Assert.Equal(pgn, J1939.Pgn(id));
        Assert.Equal(destination, J1939.Destination(id));
        Assert.Equal(source, J1939.Source(id));
        Assert.Equal(id, J1939.Id(priority, pgn, destination, source));
    }
}
