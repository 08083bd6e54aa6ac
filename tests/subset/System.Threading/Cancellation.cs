[assembly: System.Reflection.AssemblyVersion("1.1.52.0")]

namespace System.Threading
{
    public struct CancellationToken { }

    public class CancellationTokenSource
    {
        public extern CancellationTokenSource(int millisecondsDelay);
        public extern CancellationToken Token { get; }
    }
}
