using Google.Protobuf;
using SwapEdge.Protocol;
using SwapEdge.Simulator;
using SwapEdge.Tests.Firmware;
using Contract = SwapEdge.City.V1;

namespace SwapEdge.Tests.City;

/// <summary>Commands as a city writes them, with what its language generates from city.proto.</summary>
internal static class CityCommands
{
    public static readonly CommandOperation[] Operations =
        [.. Enum.GetValues<CommandOperation>().Where(operation => operation != CommandOperation.None)];

    /// <summary>A signed command of some operation, with some arguments.</summary>
    public static byte[] Any(Random random)
    {
        CityCommand command = new(Operations[random.Next(Operations.Length)])
        {
            Vehicle = new string('v', random.Next(18)),
            Order = new string('o', random.Next(33)),
            UntilUtcMs = random.NextInt64(),
            Number = (ulong)random.NextInt64(),
            Bay = random.Next(17),
            Periods =
            [
                .. Enumerable.Range(0, random.Next(9)).Select(_ => new ChargingPeriod(random.Next(), random.Next())),
            ],
        };
        return command.Sign("city/station/node", (ulong)random.Next(), (ulong)random.Next(1, 99), 0, new byte[32]);
    }

    public static Contract.CommandBody Body(Action<Contract.CommandBody> ask)
    {
        Contract.CommandBody body = new()
        {
            Kind = Contract.SignedKind.Command, Node = "city/station/node", Id = 300, Counter = 7,
            ExpiryUtcMs = 1_790_000_000_000,
        };
        ask(body);
        return body;
    }

    /// <summary>What the device makes of it.</summary>
    public static (DecodeResult Result, CommandRecord Command) Read(IMessage body)
    {
        CommandRecord command = new();
        byte[] bytes = CommandDesk.Sign(body);
        return (CommandCodec.Decode(bytes, 0, bytes.Length, command), command);
    }
}
