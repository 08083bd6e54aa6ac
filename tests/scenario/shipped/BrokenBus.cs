using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.Stories;

/// <param name="live">The bus.</param>
/// <param name="hears">May change a frame; false: it is not heard.</param>
internal sealed class BrokenBus(ICanBus live, Func<CanFrame, bool> hears) : ICanBus
{
    public int Overflows => live.Overflows;

    public bool Receive(CanFrame into)
    {
        while (live.Receive(into))
        {
            if (hears(into))
            {
                return true;
            }
        }

        return false;
    }

    public bool Send(CanFrame frame) => live.Send(frame);
}
