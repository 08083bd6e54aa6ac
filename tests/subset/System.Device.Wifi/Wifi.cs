using System.Threading;

[assembly: System.Reflection.AssemblyVersion("1.5.150.0")]

namespace nanoFramework.Networking
{
    public static class WifiNetworkHelper
    {
        public static extern bool Reconnect(bool requiresDateTime, int wifiAdapterId, CancellationToken token);
        public static extern void Reset();
    }
}
