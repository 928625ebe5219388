import {BlockList} from 'node:net'
import {networkInterfaces} from 'node:os'

const IPV4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const

const IPV6 = [
  ['::', 96],
  ['::ffff:0:0:0', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['2001::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const

/**
 * The addresses of this machine and of private networks, also as IPv6 writes and tunnels IPv4, and
 * those of the networks that it is part of.
 * @see https://www.iana.org/assignments/iana-ipv4-special-registry
 */
export const privateAddresses = new BlockList()
for (const [address, bits] of IPV4) {
  privateAddresses.addSubnet(address, bits, 'ipv4')
  privateAddresses.addSubnet(`::ffff:${address}`, 96 + bits, 'ipv6')
}
for (const [address, bits] of IPV6) privateAddresses.addSubnet(address, bits, 'ipv6')
for (const one of Object.values(networkInterfaces()).flat()) {
  const bits = Number(one?.cidr?.split('/')[1])
  if (one && bits)
    privateAddresses.addSubnet(one.address, bits, one.family === 'IPv6' ? 'ipv6' : 'ipv4')
}
