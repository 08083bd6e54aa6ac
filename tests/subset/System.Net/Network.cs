namespace nanoFramework.Networking
{
    public static class NetworkHelper
    {
        public static extern void Reset();
        public static extern void SetupNetworkHelper(bool requiresDateTime);
    }
}

namespace System.Net.NetworkInformation
{
    public class NetworkInterface
    {
        internal extern NetworkInterface();
        public static extern bool GetIsNetworkAvailable();
    }
}
