using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Stories;

/// <summary>Makes commands that are for another node the node's own; their MAC is nobody's then.</summary>
internal sealed class ForeignCommands(NodeSettings settings, IClock clock)
{
    private readonly string _path = $"{settings.City}/{settings.Station}/{settings.Node}";
    private readonly CommandRecord _command = new();

    public bool Claim(UplinkMessage message)
    {
        if (CommandCodec.Decode(message.Payload, 0, message.Length, _command) == DecodeResult.Ok
            && _command.NodeLength != _path.Length)
        {
            byte[] own = new CityCommand(_command.Operation).Sign(
                _path, _command.Id, _command.Counter, clock.UtcMs, new byte[SignedRecord.MacLength]);
            own.CopyTo(message.Payload, 0);
            message.Length = own.Length;
        }

        return true;
    }
}
