// The simulator's own keys, published on purpose: they guard play money and save a newcomer a setting.
// The second is the one before the last rotation, which is still accepted, as it would be at Adyen.
export const SIMULATOR_HMAC_KEYS = [
  '4E6F72616E672073696D756C61746F72206B65792C206E6F206D6F6E6579206D',
  '4E6F72616E672073696D756C61746F72206B6579206265666F72652074686174',
]
